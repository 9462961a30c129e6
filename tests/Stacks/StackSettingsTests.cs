using Infra.Stacks;
using Pulumi;

namespace Infra.Tests.Stacks;

public sealed class StackSettingsTests
{
    [Fact]
    public void A_complete_configuration_is_read_as_typed_values()
    {
        var settings = StackSettings.Read("dev", CompleteConfiguration.Create().Find);

        settings.Naming.For("web").ShouldBe("shop-dev-web");
        settings.Profile.ShouldBe(EnvironmentProfile.Dev);
        settings.AdminRanges.Select(range => range.ToString()).ShouldBe(["10.250.0.0/24"]);
        settings.WebScaling.Maximum.ShouldBe(4);
        var region = settings.Regions.ShouldHaveSingleItem();
        region.Location.ToString().ShouldBe("Location { AccountId = 123456789012, Region = eu-central-1 }");
        region.Zones.ShouldBe(["a", "b"]);
        region.Cidr.ToString().ShouldBe("10.20.0.0/18");
    }

    [Fact]
    public void Regions_come_in_the_order_of_their_names()
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:standbyRegion"] = "us-east-1";
        configuration["infra:regions"] =
            CompleteConfiguration.Regions(("us-east-1", "10.21.0.0/16", "\"a\", \"b\""), ("eu-central-1", "10.20.0.0/16", "\"a\", \"b\""));

        StackSettings.Read("dev", configuration.Find).Regions.Select(region => region.Location.Region).ShouldBe(["eu-central-1", "us-east-1"]);
    }

    [Fact]
    public void All_problems_are_reported_at_once_with_their_key_and_the_file()
    {
        var configuration = CompleteConfiguration.Create();
        configuration.Remove("infra:owner");
        configuration["infra:environment"] = "staging";
        configuration["infra:product"] = "My Shop";
        configuration["infra:webClonesMinimum"] = "two";
        configuration["infra:adminRanges"] = """["0.0.0.0/0", "10.0.0.1"]""";
        configuration["infra:webInstanceType"] = "big";
        configuration["aws:allowedAccountIds"] = "[]";

        ErrorOf(configuration).ShouldBe(
            """
            Configuration of stack 'dev' (Pulumi.dev.yaml) cannot be used:
              - infra:environment is 'staging'; allowed is one of dev, prod.
              - aws:allowedAccountIds is []; expected is a list of one account, twelve digits in quotes.
              - infra:product is 'My Shop'; expected is lower-case words joined by hyphens, beginning with a letter.
              - infra:owner is missing; Pulumi.yaml describes it.
              - infra:webInstanceType is 'big'; expected is an instance type, such as t4g.small.
              - infra:webClonesMinimum is 'two'; expected is a whole number.
              - infra:adminRanges has a wrong block: '10.0.0.1' is not a CIDR block; expected an IPv4 address and a prefix length, such as 10.0.0.0/16.
              - infra:adminRanges lists 0.0.0.0/0, which opens SSH to 4294967296 addresses of the internet; allowed are ranges of a VPN: /24 or narrower in public address space, any width within private address space.
              - infra:adminRanges lists 0.0.0.0/0, which overlaps 10.20.0.0/18 of eu-central-1: machines there would count as administrators.
            """);
    }

    [Theory]
    [InlineData("10.20.0.0/22", "10.20.0.0/22 is too small: its tiers in up to 8 zones need /21 or larger")]
    [InlineData("10.0.0.0/8", "10.0.0.0/8 is too large for a VPC: AWS allows /16 at most.")]
    [InlineData("10.20.0.1/16", "'10.20.0.1/16' has bits set beyond its prefix; the block that holds this address is 10.20.0.0/16.")]
    [InlineData("10.20.0.0", "'10.20.0.0' is not a CIDR block; expected an IPv4 address and a prefix length, such as 10.0.0.0/16.")]
    public void A_block_that_cannot_be_planned_is_refused(string cidr, string problem)
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:regions"] = CompleteConfiguration.Regions(("eu-central-1", cidr, "\"a\", \"b\""));

        ErrorOf(configuration).ShouldContain(problem);
        ErrorOf(configuration).ShouldContain("infra:regions.eu-central-1");
    }

    [Fact]
    public void Blocks_of_two_regions_may_not_overlap()
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:regions"] =
            CompleteConfiguration.Regions(("eu-central-1", "10.20.0.0/16", "\"a\", \"b\""), ("us-east-1", "10.20.64.0/18", "\"a\", \"b\""));

        ErrorOf(configuration).ShouldContain(
            "infra:regions.us-east-1.cidr is 10.20.64.0/18 and overlaps 10.20.0.0/16 of eu-central-1, so the two networks could never be joined.");
    }

    [Fact]
    public void A_region_says_what_it_lacks_and_what_it_has_too_much()
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:regions"] = """{"eu-central-1": {"cidr": "10.20.0.0/16", "zone": ["a"], "imageId": "resolve:ssm:/images/web"}}""";

        ErrorOf(configuration).ShouldBe(
            """
            Configuration of stack 'dev' (Pulumi.dev.yaml) cannot be used:
              - infra:regions.eu-central-1.zone is unknown; allowed are certificateArn, cidr, imageId, nextImageId, serves, zones.
              - infra:regions.eu-central-1.zones is missing; Pulumi.yaml describes it.
              - infra:regions.eu-central-1.imageId is 'resolve:ssm:/images/web'; expected is the id of an AMI of this region, such as ami-0123456789abcdef0.
            """);
    }

    [Fact]
    public void A_share_for_a_release_that_no_region_has_is_refused()
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:webNextPercent"] = "101";
        configuration["infra:webRequestsPerMinute"] = "0";

        ErrorOf(configuration).ShouldBe(
            """
            Configuration of stack 'dev' (Pulumi.dev.yaml) cannot be used:
              - infra:webRequestsPerMinute is 0; expected is at least 1.
              - infra:webNextPercent is 101; allowed is 0 to 100.
              - infra:webNextPercent is 101, but no region has a nextImageId to serve them.
            """);
    }

    [Fact]
    public void A_certificate_of_another_region_is_refused()
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:regions"] = configuration["infra:regions"].Replace("acm:eu-central-1", "acm:us-east-1", StringComparison.Ordinal);

        ErrorOf(configuration).ShouldContain("expected is the ARN of a certificate in eu-central-1 and account 123456789012.");
    }

    [Fact]
    public void A_region_that_is_none_is_refused()
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:regions"] = CompleteConfiguration.Regions(("frankfurt", "10.20.0.0/16", "\"a\", \"b\""));

        ErrorOf(configuration).ShouldContain("infra:regions.frankfurt names no region; expected is a name such as eu-central-1.");
    }

    [Theory]
    [InlineData("[]", "infra:regions is '[]'; expected is an object.")]
    [InlineData("{}", "infra:regions is empty; expected is at least one region.")]
    [InlineData("{", "infra:regions is '{'; expected is an object.")]
    public void There_is_at_least_one_region(string regions, string problem)
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:regions"] = regions;

        ErrorOf(configuration).ShouldContain(problem);
    }

    [Fact]
    public void The_primary_region_is_one_of_the_regions()
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:primaryRegion"] = "us-east-1";

        ErrorOf(configuration).ShouldContain("infra:primaryRegion is us-east-1; expected is one of infra:regions: eu-central-1.");
    }

    [Fact]
    public void A_domain_that_is_none_is_refused()
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:domain"] = "shop";

        ErrorOf(configuration).ShouldContain("infra:domain is wrong: 'shop' is not a domain name;");
    }

    [Fact]
    public void Ordinary_visitors_are_not_shut_out()
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:requestsPerAddress"] = "99";

        ErrorOf(configuration).ShouldContain("infra:requestsPerAddress is 99; expected is at least 100, or ordinary visitors are shut out.");
    }

    [Theory]
    [InlineData("us-east-1", "none", "infra:standbyRegion is none; expected is one of us-east-1.")]
    [InlineData("us-east-1", "eu-central-1", "infra:standbyRegion is eu-central-1; expected is one of us-east-1.")]
    [InlineData("us-east-1", "virginia", "infra:standbyRegion is 'virginia'; expected is a region such as us-east-1, or none.")]
    [InlineData(null, "us-east-1", "infra:standbyRegion is us-east-1; expected is none, as there is one region.")]
    public void The_standby_is_another_region_where_there_is_one(string? other, string standby, string problem)
    {
        var configuration = CompleteConfiguration.Create();
        if (other is not null)
            configuration["infra:regions"] =
                CompleteConfiguration.Regions(("eu-central-1", "10.20.0.0/16", "\"a\", \"b\""), (other, "10.21.0.0/16", "\"a\", \"b\""));
        configuration["infra:standbyRegion"] = standby;

        ErrorOf(configuration).ShouldContain(problem);
    }

    [Fact]
    public void The_copy_of_the_site_is_elsewhere_and_its_folder_within_the_project()
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:siteReplicaRegion"] = "eu-central-1";
        configuration["infra:siteFolder"] = "../site";

        ErrorOf(configuration).ShouldContain("infra:siteReplicaRegion is eu-central-1, the primary region; the copy of the site belongs into another one.");
        ErrorOf(configuration).ShouldContain("infra:siteFolder is '../site'; expected is a folder within the project, with slashes.");
    }

    [Fact]
    public void An_area_is_served_by_one_region_and_is_one()
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:standbyRegion"] = "us-east-1";
        configuration["infra:regions"] =
            CompleteConfiguration.Regions(("eu-central-1", "10.20.0.0/16", "\"a\", \"b\""), ("us-east-1", "10.21.0.0/16", "\"a\", \"b\""))
                .Replace("\"imageId\"", "\"serves\": [\"country:DE\", \"Mars\"], \"imageId\"", StringComparison.Ordinal);

        ErrorOf(configuration).ShouldBe(
            """
            Configuration of stack 'dev' (Pulumi.dev.yaml) cannot be used:
              - infra:regions.eu-central-1.serves lists what is no area: 'Mars' is no area; expected is a text such as continent:EU, country:DE or state:CA.
              - infra:regions.us-east-1.serves lists what is no area: 'Mars' is no area; expected is a text such as continent:EU, country:DE or state:CA.
              - infra:regions lists country:DE more than once, for eu-central-1 and us-east-1; one region serves an area.
            """);
    }

    [Fact]
    public void Production_needs_three_zones_and_three_clones()
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:environment"] = "prod";

        ErrorOf(configuration).ShouldContain("infra:regions.eu-central-1.zones lists 2 zone(s); this environment needs at least 3.");
        ErrorOf(configuration).ShouldContain("infra:webClonesMinimum is 2; this environment needs at least 3.");
    }

    [Fact]
    public void The_scaler_needs_room()
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:webClonesMaximum"] = "2";

        ErrorOf(configuration).ShouldContain("Maximum is 2 and Minimum is 2; Maximum must be larger, or there is nothing to scale.");
    }

    [Fact]
    public void The_storage_of_a_database_needs_room_to_grow()
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:databaseStorageMaximumGibibytes"] = "21";

        ErrorOf(configuration).ShouldContain("infra:databaseStorageGibibytes and infra:databaseStorageMaximumGibibytes do not fit: "
            + "MaximumStorageGibibytes is 21;");
    }

    [Theory]
    [InlineData("""{"a": "0-8191"}""", "infra:accountShards cannot be used: Slots 8192 to 16383 belong to no shard.")]
    [InlineData("""{"a": "all"}""", "infra:accountShards.a is 'all'; expected are the first and the last hash slot, such as 0-8191.")]
    public void Every_account_has_a_shard(string shards, string problem)
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:accountShards"] = shards;

        ErrorOf(configuration).ShouldContain(problem);
    }

    [Fact]
    public void A_region_is_told_all_that_is_wrong_with_its_block_and_its_zones()
    {
        var configuration = CompleteConfiguration.Create();
        configuration["infra:regions"] = """{ "eu-central-1": { "cidr": "10.0.0.0/99", "zones": ["a", "z", "a"], "imageId": "ami-0a1b2c3d4e5f60718" } }""";

        var error = ErrorOf(configuration);

        error.ShouldContain("'10.0.0.0/99' is not a CIDR block");
        error.ShouldContain("'z' is not the letter of a zone");
        error.ShouldContain("Zone 'a' is given 2 times");
    }

    [Fact]
    public void A_site_folder_that_is_not_there_is_told_with_its_key() =>
        Should.Throw<RunException>(() => StackSettings.Read("dev", CompleteConfiguration.Create().Find, Path.GetTempPath())).Message
            .ShouldContain("infra:siteFolder is 'stacks/site'; the project has no such folder.");

    [Fact]
    public void Every_key_that_is_read_is_declared_and_none_besides()
    {
        var configuration = CompleteConfiguration.Create();
        var read = new HashSet<string>();

        StackSettings.Read("dev", key =>
        {
            read.Add(key);
            return configuration.Find(key);
        });

        read.Where(key => key.StartsWith("infra:", StringComparison.Ordinal)).ShouldBe(StackConfiguration.Declarations().Keys, ignoreOrder: true);
    }

    [Fact]
    public void Every_declaration_says_what_the_key_is_for_and_of_which_type() =>
        StackConfiguration.Declarations().Where(declaration => !new[] { "type", "description" }.All(member => declaration.Value.Children.ContainsKey(member)))
            .Select(declaration => declaration.Key).ShouldBeEmpty();

    private static string ErrorOf(StackConfiguration configuration) =>
        Should.Throw<RunException>(() => StackSettings.Read("dev", configuration.Find)).Message;
}

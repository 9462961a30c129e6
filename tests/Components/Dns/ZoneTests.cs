using System.Collections.Immutable;
using System.Text.Json;
using Infra.Components.Dns;
using Infra.Components.Operations;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Components.Dns;

public sealed class ZoneTests
{
    private const string Hosted = "aws:route53/zone:Zone";
    private const string Record = "aws:route53/record:Record";

    private static readonly ZoneArgs Args = Places.PublicZone;

    [Fact]
    public async Task A_public_zone_is_signed_with_a_key_that_route_53_takes()
    {
        var plan = await Plan.Of(() => _ = new Zone("zone", Args));

        plan.One(Hosted).Text("name").ShouldBe("shop.example");
        var key = plan.One("aws:kms/key:Key");
        (key.Text("region"), key.Text("customerMasterKeySpec"), key.Text("keyUsage")).ShouldBe(("us-east-1", "ECC_NIST_P256", "SIGN_VERIFY"));
        var signingKey = plan.One("aws:route53/keySigningKey:KeySigningKey");
        signingKey.Text("keyManagementServiceArn").ShouldBe("arn:aws:mock:::zone-signing-us-east-1");
        plan.One("aws:route53/hostedZoneDnsSec:HostedZoneDnsSec").Text("hostedZoneId").ShouldBe("Z00000000000000000000");
        plan.One("infra:dns:Zone").Outputs["delegationSigner"].ShouldBe("zone-signing DS");
    }

    [Fact]
    public async Task Route_53_may_sign_for_zones_of_this_account_only()
    {
        var plan = await Plan.Of(() => _ = new Zone("zone", Args));

        using var policy = JsonDocument.Parse(plan.One("aws:kms/key:Key").Text("policy")!);
        var statements = policy.RootElement.GetProperty("Statement").EnumerateArray()
            .ToDictionary(statement => statement.GetProperty("Sid").GetString()!, statement => statement.GetRawText());
        statements["AdministerByIam"].ShouldContain("arn:aws:iam::123456789012:root");
        statements["SignZones"].ShouldBe(
            """{"Sid":"SignZones","Effect":"Allow","Principal":{"Service":"dnssec-route53.amazonaws.com"}"""
            + ""","Action":["kms:DescribeKey","kms:GetPublicKey","kms:Sign"],"Resource":["*"]"""
            + ""","Condition":{"StringEquals":{"aws:SourceAccount":"123456789012"}"""
            + ""","ArnLike":{"aws:SourceArn":"arn:aws:route53:::hostedzone/*"}}}""");
        statements["LetRoute53KeepItsGrant"].ShouldContain("\"kms:GrantIsForAWSResource\":\"true\"");
    }

    [Fact]
    public async Task A_private_zone_answers_the_networks_of_every_region_and_is_not_signed()
    {
        var plan = await Plan.Of(() => _ = new Zone("zone", Args with
        {
            Visibility = new PrivateZone(new Dictionary<string, Input<string>> { ["us-east-1"] = "vpc-2", ["eu-central-1"] = "vpc-1" }),
        }));

        var zone = plan.One(Hosted);
        (zone.Text("vpcs.0.vpcId"), zone.Text("vpcs.0.vpcRegion")).ShouldBe(("vpc-1", "eu-central-1"));
        (zone.Text("vpcs.1.vpcId"), zone.Text("vpcs.1.vpcRegion")).ShouldBe(("vpc-2", "us-east-1"));
        plan.All("aws:route53/keySigningKey:KeySigningKey").ShouldBeEmpty();
        plan.All("aws:route53/queryLog:QueryLog").ShouldBeEmpty();
        plan.One("infra:dns:Zone").Outputs.Keys.ShouldNotContain("delegationSigner");
    }

    [Fact]
    public async Task Who_asks_a_public_zone_is_logged_where_route_53_can_write_and_by_this_zone_only()
    {
        var plan = await Plan.Of(() => _ = new Zone("zone", Args));

        var group = plan.One("aws:cloudwatch/logGroup:LogGroup", "zone-queries-us-east-1");
        (group.Text("region"), group.Number("retentionInDays")).ShouldBe(("us-east-1", 90));
        var policy = plan.One("aws:cloudwatch/logResourcePolicy:LogResourcePolicy");
        (policy.Text("region"), policy.Text("policyName")).ShouldBe(("us-east-1", "shop-test-zone-queries-us-east-1"));
        policy.Text("policyDocument").ShouldBe(
            """{"Version":"2012-10-17","Statement":[{"Sid":"WriteQueryLogs","Effect":"Allow","Principal":"""
            + """{"Service":"route53.amazonaws.com"},"Action":["logs:CreateLogStream","logs:PutLogEvents"]"""
            + ""","Resource":["arn:aws:mock:::zone-queries-us-east-1","arn:aws:mock:::zone-queries-us-east-1:*"]"""
            + ""","Condition":{"StringEquals":{"aws:SourceAccount":"123456789012"}"""
            + ""","ArnLike":{"aws:SourceArn":"arn:aws:mock:::zone"}}}]}""");
        var log = plan.One("aws:route53/queryLog:QueryLog");
        (log.Text("zoneId"), log.Text("cloudwatchLogGroupArn")).ShouldBe(("Z00000000000000000000", "arn:aws:mock:::zone-queries-us-east-1"));
        log.DependsOn.ShouldBe(["zone-queries-us-east-1"]);
    }

    [Fact]
    public async Task Query_logs_are_kept_for_a_time_that_cloudwatch_knows() =>
        (await Plan.ErrorOf(() => _ = new Zone("zone", Args with { Visibility = new PublicZone(31) })))
            .ShouldContain("Query logs are to be kept 31 days; CloudWatch Logs allows 1, 3, 5,");

    [Fact]
    public async Task Signatures_in_trouble_are_told_before_they_end()
    {
        Zone? open = null, hidden = null;
        await Plan.Of(() =>
        {
            open = new Zone("zone", Args);
            hidden = new Zone("inside", Args with { Visibility = new PrivateZone(new Dictionary<string, Input<string>> { ["eu-central-1"] = "vpc-1" }) });
        });

        open!.Telemetry.Region.ShouldBe("us-east-1");
        open.Telemetry.Alarms.Select(alarm => (alarm.Key, ((Metric)alarm.Measure).Name, alarm.Threshold)).ShouldBe(
            [("unsigned", "DNSSECInternalFailure", 0), ("key", "DNSSECKeySigningKeysNeedingAction", 0)]);
        hidden!.Telemetry.Alarms.ShouldBeEmpty();
        hidden.Telemetry.Widgets.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Protection_covers_the_zone_and_the_key_that_signs_it(bool isProtected)
    {
        var plan = await Plan.Of(() => _ = new Zone("zone", Args with { DeletionProtection = isProtected }));

        plan.One(Hosted).Flag("forceDestroy").ShouldBe(!isProtected);
        plan.One(Hosted).Options.Protect.ShouldBe(isProtected);
        plan.One("aws:kms/key:Key").Options.Protect.ShouldBe(isProtected);
    }

    [Fact]
    public async Task Records_are_written_as_dns_wants_them()
    {
        var longText = new string('x', 300);
        var plan = await Plan.Of(() => _ = new Zone("zone", Args with
        {
            Records =
            [
                new AddressRecord("old", "203.0.113.7", "203.0.113.8"),
                new Ipv6AddressRecord("old", "2001:db8::7"),
                new CanonicalNameRecord("*.preview", "previews.example.net"),
                new MailRecord("", new MailServer(10, "mx1.example.net"), new MailServer(20, "mx2.example.net")),
                new MailRecord("quiet"),
                new NameServerRecord("dev", "ns-1.example.net", "ns-2.example.net"),
                new TextRecord("", "v=spf1 -all", longText),
                new IssuerRecord("", IssuerRecord.Amazon),
            ],
        }));

        Values(plan, "zone-old-a").ShouldBe(["203.0.113.7", "203.0.113.8"]);
        Values(plan, "zone-old-aaaa").ShouldBe(["2001:db8::7"]);
        plan.One(Record, "zone-wildcard.preview-cname").Text("name").ShouldBe("*.preview.shop.example");
        Values(plan, "zone-apex-mx").ShouldBe(["10 mx1.example.net", "20 mx2.example.net"]);
        Values(plan, "zone-quiet-mx").ShouldBe(["0 ."]);
        Values(plan, "zone-dev-ns").ShouldBe(["ns-1.example.net", "ns-2.example.net"]);
        Values(plan, "zone-apex-txt").ShouldBe(["v=spf1 -all", $"{new string('x', 255)}\"\"{new string('x', 45)}"]);
        Values(plan, "zone-apex-caa").ShouldBe(["0 issue \"amazon.com\""]);
    }

    [Fact]
    public async Task A_label_may_be_called_apex_or_wildcard()
    {
        string[] labels = ["", "apex", "*", "wildcard", "*.eu", "wildcard.eu"];
        var plan = await Plan.Of(() => _ = new Zone("zone", Args with { Records = [.. labels.Select(label => new AddressRecord(label, "203.0.113.7"))] }));

        string[] keys = ["apex", "apex-label", "wildcard", "wildcard-label", "wildcard.eu", "wildcard.eu-label"];
        keys.Select(key => plan.One(Record, $"zone-{key}-a").Text("name")).ShouldBe(
            ["shop.example", "apex.shop.example", "*.shop.example", "wildcard.shop.example", "*.eu.shop.example", "wildcard.eu.shop.example"]);
    }

    [Fact]
    public async Task A_record_lives_as_long_as_its_kind_seldom_changes()
    {
        var plan = await Plan.Of(() => _ = new Zone("zone", Args with
        {
            Records =
            [
                new AddressRecord("a", "203.0.113.7"), new MailRecord("a"), new NameServerRecord("b", "ns-1.example.net", "ns-2.example.net"),
                new TextRecord("moving", "proof") { TtlSeconds = 60 },
            ],
        }));

        plan.Some(Record).Select(record => record.Number("ttl")).ShouldBe([300, 3600, 86400, 60]);
    }

    [Fact]
    public async Task Adding_a_record_changes_no_identity()
    {
        var one = await Plan.Of(() => _ = new Zone("zone", Args with { Records = [new MailRecord("b")] }));
        var two = await Plan.Of(() => _ = new Zone("zone", Args with { Records = [new AddressRecord("a", "203.0.113.7"), new MailRecord("b")] }));

        one.Urns("test").Except(two.Urns("test")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_problem_of_a_zone_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new Zone("zone", Args with
        {
            Domain = DomainName.Parse("*.shop.example"),
            Visibility = new PrivateZone(new Dictionary<string, Input<string>> { ["frankfurt"] = "vpc-1" }),
        }))).ShouldBe(
            """
            Zone 'zone' cannot be built:
              - Its domain is *.shop.example; a zone's name has no star.
              - VpcIds names the region 'frankfurt'; expected is a name such as eu-central-1.
            """);

    [Fact]
    public async Task A_private_zone_without_a_network_is_refused() =>
        (await Plan.ErrorOf(() => _ = new Zone("zone", Args with { Visibility = new PrivateZone(new Dictionary<string, Input<string>>()) })))
            .ShouldContain("A private zone belongs to at least one VPC; none is given.");

    [Fact]
    public async Task Every_problem_of_the_records_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new Zone("zone", Args with
        {
            Records =
            [
                new AddressRecord("a", "203.0.113.300", "1.1.1.1", "1.1.1.1") { TtlSeconds = -1 },
                new AddressRecord("empty"),
                new Ipv6AddressRecord("six", "203.0.113.7"),
                new CanonicalNameRecord("", "elsewhere.example.net"),
                new CanonicalNameRecord("a", "elsewhere.example.net"),
                new NameServerRecord("dev", "ns-1") { TtlSeconds = 60 },
                new MailRecord("mail", new MailServer(70000, "mx_")),
                new MailRecord("mail"),
                new TextRecord("text", "say \"yes\""),
                new TextRecord("none"),
                new IssuerRecord("", "amazon"),
                new AddressRecord("no name", "203.0.113.7"),
            ],
        }))).ShouldBe(
            """
            Zone 'zone' cannot be built:
              - The A record of 'a' has a TtlSeconds of -1; expected is 0 or more.
              - The A record of 'a' names an address twice.
              - The A record of 'a' names '203.0.113.300', which is no IPv4 address.
              - The A record of 'empty' has no address; expected is at least one.
              - The AAAA record of 'six' names '203.0.113.7', which is no IPv6 address.
              - The CNAME record of '@' stands at the zone's own name, where DNS allows none. Use a routing group that answers with an alias.
              - The NS record of 'dev' has a TtlSeconds of 60; a delegation that short is asked for all the time. Expected is at least 3600.
              - The NS record of 'dev' names 1 server(s); expected are at least 2, so that one may fail.
              - The NS record of 'dev' names a server that is none: 'ns-1' is not a domain name; expected lower-case labels of letters, digits, hyphens and underscores joined by dots, 253 characters at most, such as www.example.com.
              - The MX record of 'mail' gives mx_ the preference 70000; allowed is 0 to 65535.
              - The MX record of 'mail' names a server that is none: 'mx_' is not a domain name; expected lower-case labels of letters, digits, hyphens and underscores joined by dots, 253 characters at most, such as www.example.com.
              - The TXT record of 'text' holds 'say "yes"'; expected is printable ASCII without quotes and backslashes.
              - The TXT record of 'none' has no text; expected is at least one.
              - The CAA record of '@' names an authority that is none: 'amazon' is not a domain name; expected lower-case labels of letters, digits, hyphens and underscores joined by dots, 253 characters at most, such as www.example.com.
              - a.shop.example has A records of zone 'zone' already, and CNAME is wanted beside them; a CNAME stands alone.
              - mail.shop.example has MX records of zone 'zone' already; all records of one name and type belong to one owner and follow one policy.
              - shop.example has CNAME records of zone 'zone' already, and CAA is wanted beside them; a CNAME stands alone.
              - Its name is wrong: 'no name.shop.example' is not a domain name; expected lower-case labels of letters, digits, hyphens and underscores joined by dots, 253 characters at most, such as www.example.com.
            """);

    [Fact]
    public async Task Certificates_that_nobody_may_issue_are_no_record() =>
        (await Plan.ErrorOf(() => _ = new Zone("zone", Args with { Records = [new IssuerRecord("")] })))
            .ShouldContain("The CAA record of '@' names no authority; expected is at least one, such as amazon.com.");

    private static ImmutableArray<object> Values(Plan plan, string name) => plan.One(Record, name).List("records");
}

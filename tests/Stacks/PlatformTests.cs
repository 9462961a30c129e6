using System.Text;
using Infra.Components;
using Infra.Components.Networking;
using Infra.Sdk.Schema;
using Infra.Stacks;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Stacks;

public sealed class PlatformTests
{
    private static readonly string[] Global = ["aws:cloudfront/", "aws:iam/", "aws:route53/"];

    // Made with the second region; development has one.
    private static readonly string[] JoinsRegions =
    [
        "aws:rds/globalCluster:GlobalCluster", "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
        "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter",
        "aws:ec2/peeringConnectionOptions:PeeringConnectionOptions", "infra:network:NetworkPeering",
    ];

    public static TheoryData<string> Stacks { get; } = ["dev", "prod"];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task The_identity_of_every_resource_is_reviewed(string stack)
    {
        var plan = await PlannedPlatform.Of(stack);

        Snapshot.Matches($"{stack}-urns", string.Concat(plan.Urns(stack).Select(urn => $"{urn}\n")));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task No_two_resources_share_an_identity(string stack) =>
        (await PlannedPlatform.Of(stack)).Urns(stack).GroupBy(urn => urn).Where(group => group.Count() > 1).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_resource_belongs_to_a_component_and_bears_its_name(string stack)
    {
        var plan = await PlannedPlatform.Of(stack);

        plan.Resources.Where(resource => !resource.IsComponent)
            .ShouldAllBe(resource => resource.Parent != null
                && resource.Parent.IsComponent
                && resource.Name.StartsWith(resource.Parent.Name, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_taggable_resource_says_what_it_is_and_who_answers_for_it(string stack)
    {
        var plan = await PlannedPlatform.Of(stack);
        string[] tags = ["Name", "Product", "Environment", "Owner"];

        var untagged = plan.Resources.Where(resource => !resource.IsComponent
            && IsTaggable(resource.Type)
            && !tags.All(tag => resource.Text($"tags.{tag}") is { Length: > 0 }));
        untagged.Select(resource => $"{resource.Type} {resource.Name}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_resource_but_those_of_global_services_states_its_region_and_names_it(string stack)
    {
        var plan = await PlannedPlatform.Of(stack);

        plan.Resources.Where(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal)
                && !Global.Any(service => resource.Type.StartsWith(service, StringComparison.Ordinal)))
            .ShouldAllBe(resource => resource.Text("region") != null && resource.Name.Contains(resource.Text("region")!));
    }

    // A resource that is made inside an Apply is missing here.
    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task The_first_preview_shows_every_resource(string stack)
    {
        var preview = await Plan.OfFirstPreview(() => Platform.Build(PlannedPlatform.SettingsOf(stack)));

        preview.Urns(stack).ShouldBe((await PlannedPlatform.Of(stack)).Urns(stack));
    }

    [Fact]
    public async Task Every_component_is_used()
    {
        var used = (await PlannedPlatform.Of(PlannedPlatform.SettingsOf("prod") with { GameDays = true, Partners = [PartnersTests.Acme] }))
            .Resources.Where(resource => resource.IsComponent)
            .Select(resource => resource.Type.Split(':')[2])
            .Distinct();

        var all = typeof(Network).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ComponentResource))).Select(type => type.Name);
        used.ShouldBe(all, ignoreOrder: true);
    }

    [Fact]
    public async Task Both_environments_are_made_of_the_same_types()
    {
        var dev = (await PlannedPlatform.Of("dev")).Resources.Select(resource => resource.Type).Distinct();
        var prod = (await PlannedPlatform.Of("prod")).Resources.Select(resource => resource.Type).Distinct().Except(JoinsRegions);

        dev.ShouldBe(prod, ignoreOrder: true);
    }

    [Fact]
    public async Task Web_clones_are_told_where_the_applications_are()
    {
        var script = Encoding.UTF8.GetString(Convert.FromBase64String(
            (await PlannedPlatform.Of("dev")).One("aws:ec2/launchTemplate:LaunchTemplate", "web-eu-central-1").Text("userData")!));

        script.ShouldContain("\n      APPS_ADDRESS=apps.shop.internal\n");
        script.ShouldContain($"\n      APPS_CERTIFICATE_NAME=apps.{PlannedPlatform.SettingsOf("dev").Domain}\n");
    }

    [Fact]
    public async Task The_next_release_stands_beside_the_current_one_and_gets_its_share_of_users()
    {
        var settings = PlannedPlatform.SettingsOf("dev");
        var both = settings with
        {
            WebNextPercent = 5,
            Regions = [.. settings.Regions.Select(region => region with { NextImageId = "ami-0fedcba9876543210" })],
        };

        var (before, after) = (await PlannedPlatform.Of("dev"), await PlannedPlatform.Of(both));
        var half = await PlannedPlatform.Of(both with { WebNextPercent = 50 });

        before.Urns("dev").Except(after.Urns("dev")).ShouldBeEmpty();
        half.Urns("dev").ShouldBe(after.Urns("dev"));
        var rule = after.One("aws:lb/listenerRule:ListenerRule", "edge-eu-central-1-distribution");
        rule.Number("actions.0.forward.targetGroups.0.weight").ShouldBe(5);
        rule.Text("actions.0.forward.targetGroups.0.arn").ShouldBe("arn:aws:mock:::edge-eu-central-1-next");
        rule.Number("actions.0.forward.targetGroups.1.weight").ShouldBe(95);
        after.One("aws:ec2/launchTemplate:LaunchTemplate", "web-next-eu-central-1").Text("imageId").ShouldBe("ami-0fedcba9876543210");
        after.One("aws:ec2/launchTemplate:LaunchTemplate", "web-eu-central-1").Text("imageId").ShouldBe(settings.Regions[0].ImageId);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Balancers_on_the_internet_answer_nobody_but_the_distribution(string stack)
    {
        var plan = await PlannedPlatform.Of(stack);

        var listeners = plan.Some("aws:lb/listener:Listener")
            .Where(listener => listener.Name.StartsWith("edge-", StringComparison.Ordinal) && listener.Number("port") == 443).ToList();
        listeners.ShouldNotBeEmpty();
        listeners.ShouldAllBe(listener => listener.Text("defaultActions.0.fixedResponse.statusCode") == "403");
        plan.Some("aws:lb/listenerRule:ListenerRule").Where(rule => rule.Name.StartsWith("edge-", StringComparison.Ordinal))
            .ShouldAllBe(rule => rule.Text("conditions.0.httpHeader.httpHeaderName") == "X-Origin-Secret");
        plan.One("aws:cloudfront/distribution:Distribution").List("origins").Length.ShouldBe(5);
    }

    [Fact]
    public async Task Production_survives_the_loss_of_a_zone_and_of_a_careless_hour()
    {
        var plan = await PlannedPlatform.Of("prod");

        plan.Some("aws:autoscaling/group:Group").ShouldAllBe(group => group.List("vpcZoneIdentifiers").Length == 3);
        plan.Some("aws:ec2/natGateway:NatGateway").Count.ShouldBe(6);
        plan.Some("aws:lb/loadBalancer:LoadBalancer").ShouldAllBe(balancer => balancer.Flag("enableDeletionProtection") == true);
        plan.Some("aws:s3/bucket:Bucket").ShouldAllBe(bucket => bucket.Options.Protect == true);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Nobody_outside_reaches_anything_but_cloudfront_the_balancers_on_one_port(string stack)
    {
        var plan = await PlannedPlatform.Of(stack);
        var rules = plan.Some("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");

        rules.ShouldAllBe(rule => rule.Text("cidrIpv6") == null && (rule.Text("cidrIpv4") == null || Cidr.Parse(rule.Text("cidrIpv4")!).IsPrivate));
        rules.Where(rule => rule.Text("prefixListId") is not null)
            .Select(rule => $"{rule.Name} {rule.Text("prefixListId")} {rule.Number("fromPort")}-{rule.Number("toPort")}")
            .ShouldBe(PlannedPlatform.SettingsOf(stack).Regions.Select(region => region.Location.Region)
                .Select(region => $"firewall-{region}-cloudfront-to-load-balancer-443-ingress pl-{region} 443-443"));
    }

    // Parts of other resources take no tags at all, and groups take a list.
    private static bool IsTaggable(string type) =>
        ProviderSchema.Find(type.Split(':')[0])!.Resource(type)!.Inputs.GetValueOrDefault("tags")?.Type is TypeSchema.Map;
}

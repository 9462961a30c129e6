using Infra.Policies;
using Infra.Sdk.Schema;
using Infra.Tests.Policies.Firewall;
using Infra.Tests.Testing;

namespace Infra.Tests.Policies;

public sealed class CatalogueTests
{
    // Types of the provider (aws 7.48.0) that a program may have and no component makes, so that the compact schema leaves them out.
    private static readonly string[] NotInUse =
    [
        "aws:ec2/launchConfiguration:LaunchConfiguration", "aws:ec2/defaultSubnet:DefaultSubnet", "aws:ec2/defaultVpc:DefaultVpc",
        "aws:ec2/vpcEndpointService:VpcEndpointService", "aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment", "aws:elb/loadBalancer:LoadBalancer",
        "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple", "aws:ecs/service:Service", "aws:efs/mountTarget:MountTarget",
        "aws:eks/nodeGroup:NodeGroup", "aws:lambda/functionUrl:FunctionUrl",
        "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation", "aws:cloudcontrol/resource:Resource", "aws:cloudformation/stack:Stack",
        "aws:cloudformation/stackSet:StackSet",
    ];

    [Fact]
    public void The_page_of_policies_is_what_the_rules_say() =>
        Snapshot.FileMatches(Repository.Path("docs", "policies.md"), Catalogue.Markdown(PolicyPack.Essential));

    [Fact]
    public void The_page_of_firewalls_is_what_the_corpus_says() =>
        Snapshot.FileMatches(Repository.Path("docs", "firewalls.md"), EvasionPage.Markdown());

    [Fact]
    public void A_rule_reads_all_twins_of_a_type()
    {
        var twins = ProviderSchema.Find("aws")!.Resources().SelectMany(resource => resource.Aliases.Select(alias => (resource.Token, alias))).ToList();

        var missing =
            from rule in PolicyPack.Essential.Rules
            from twin in twins
            where rule.Types.Contains(twin.Token) != rule.Types.Contains(twin.alias)
            select $"{rule.Id}: {twin.Token} is also {twin.alias}";

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_type_that_a_rule_reads_is_one_of_the_provider()
    {
        var schema = ProviderSchema.Find("aws")!;
        var former = schema.Resources().SelectMany(resource => resource.Aliases).ToHashSet();

        PolicyPack.Essential.Rules.SelectMany(rule => rule.Types)
            .Where(type => type.StartsWith("aws:", StringComparison.Ordinal) && schema.Resource(type) is null && !former.Contains(type))
            .Distinct().ShouldBe(NotInUse, ignoreOrder: true);
    }
}

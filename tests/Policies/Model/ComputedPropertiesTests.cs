using Infra.Policies;
using Infra.Rpc.Messages;

namespace Infra.Tests.Policies.Model;

public sealed class ComputedPropertiesTests
{
    private static readonly SampleProgram Program = new SampleProgram().Add("aws:ec2/vpc:Vpc", "main").Add("aws:ec2/securityGroup:SecurityGroup", "web", """
        { "vpcId": "<unknown:main>", "tags": { "infra:tier": "web" }, "ingress": { "<computed>": [{ "fromPort": 22 }] }, "name": { "<computed>": "" } }
        """);

    [Fact]
    public void What_the_provider_says_of_lists_and_in_place_of_nothing_is_no_decision()
    {
        var web = Web(Program.Resources());

        (web["ingress"].IsAbsent, web["name"].IsAbsent, web["tags"].IsKnown).ShouldBe((true, true, true));
    }

    [Fact]
    public void Where_only_what_was_computed_is_listed_nothing_hides()
    {
        var resources = Program.Resources().Select(resource => resource.Clone()).ToList();
        foreach (var resource in resources) resource.PropertyDependencies.Remove("tags");

        Web(resources)["ingress"].Items.Single()["fromPort"].Number.ShouldBe(22);
    }

    private static ResourceNode Web(IReadOnlyList<AnalyzerResource> resources) =>
        ResourceGraph.From(resources).OfType(ResourceTypes.SecurityGroup).Single();
}

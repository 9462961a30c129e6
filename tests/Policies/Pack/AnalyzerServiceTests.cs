using Google.Protobuf.WellKnownTypes;
using Infra.Policies;
using Infra.Policies.Pack;
using Infra.Rpc.Messages;

namespace Infra.Tests.Policies.Pack;

public sealed class AnalyzerServiceTests
{
    private const string Machine = "aws:ec2/instance:Instance";

    [Fact]
    public void A_group_from_elsewhere_is_found_though_it_was_computed_from_nothing()
    {
        var given = Resource(Machine, """{ "vpcSecurityGroupIds": ["sg-0abc"] }""");

        Told(Service(given), given).ShouldContain("sg-attached-declared");
        Told(Service(), given).ShouldContain("sg-attached-declared", "a resource that was never shown alone hides nothing");
    }

    [Fact]
    public void What_the_provider_shows_of_a_deployed_resource_is_no_decision_of_the_program()
    {
        var given = Resource(Machine, "{}");
        var deployed = Resource(Machine, """{ "vpcSecurityGroupIds": ["sg-0abc"] }""");

        Told(Service(given), deployed).ShouldNotContain("sg-attached-declared");
    }

    [Theory]
    [InlineData("""{ "vpcId": "main", "name": "web" }""", true)]
    [InlineData("""{ "vpcId": "main", "name": "web-1a2b3c4", "__defaults": ["name"] }""", false)]
    public void A_name_that_the_provider_made_up_is_not_a_fixed_one(string inputs, bool isFixed)
    {
        var given = Resource("aws:ec2/securityGroup:SecurityGroup", inputs);
        var service = new AnalyzerService(PolicyPack.Essential, () => WaiverList.None);
        service.Remediate(Alone(given));
        given.Properties.Fields.Remove("__defaults");
        service.Analyze(Alone(given));

        Told(service, given).Contains("deploy-fixed-name").ShouldBe(isFixed);
    }

    private static AnalyzerService Service(params AnalyzerResource[] shown)
    {
        var service = new AnalyzerService(PolicyPack.Essential, () => WaiverList.None);
        foreach (var resource in shown) service.Analyze(Alone(resource));
        return service;
    }

    private static AnalyzeRequest Alone(AnalyzerResource resource) => new() { Urn = resource.Urn, Type = resource.Type, Properties = resource.Properties.Clone() };

    private static AnalyzerResource Resource(string type, string json) => new()
    {
        Type = type,
        Name = "it",
        Urn = SampleProgram.Urn(type, "it"),
        Properties = Struct.Parser.ParseJson(json),
    };

    private static IReadOnlyList<string> Told(AnalyzerService service, AnalyzerResource resource) =>
        [.. service.AnalyzeStack(new() { Resources = { resource } }).Diagnostics.Select(diagnostic => diagnostic.PolicyName)];
}

using Google.Protobuf.WellKnownTypes;
using Infra.Policies;
using Infra.Policies.Pack;
using Infra.Rpc.Messages;

namespace Infra.Tests.Policies.Pack;

public sealed class AnalyzerServiceTests
{
    private const string Machine = "aws:ec2/instance:Instance";
    private const string Group = "aws:ec2/securityGroup:SecurityGroup";
    private const string Open = """{ "vpcId": "main", "ingress": [{ "protocol": "tcp", "fromPort": 22, "toPort": 22, "cidrBlocks": ["0.0.0.0/0"] }] }""";

    [Fact]
    public void A_group_from_elsewhere_is_found_though_it_was_computed_from_nothing()
    {
        var given = Resource(Machine, """{ "vpcSecurityGroupIds": ["sg-0abc"] }""");

        Told(Service(given), given).ShouldContain("sg-attached-declared");
        Told(Service(), given).ShouldContain("sg-attached-declared", "a resource that was never shown alone hides nothing");
    }

    [Theory]
    [InlineData("""{ "ami": "ami-1" }""")]
    [InlineData("{}")]
    public void Groups_that_the_provider_shows_are_none_that_the_program_names(string inputs)
    {
        var deployed = Resource(Machine, """{ "ami": "ami-1", "vpcSecurityGroupIds": ["sg-0abc"] }""");

        Told(Service(Resource(Machine, inputs)), deployed).ShouldNotContain("sg-attached-declared");
    }

    [Theory]
    [InlineData("""{ "vpcId": "main" }""")]
    [InlineData("{}")]
    public void Openings_that_the_provider_shows_are_of_the_rules_that_made_them(string inputs)
    {
        var deployed = Resource(Group, Open);

        Told(Service(Resource(Group, inputs)), deployed).ShouldNotContain("sg-no-public-admin-port");
        Told(Service(deployed), deployed).ShouldContain("sg-no-public-admin-port");
    }

    [Fact]
    public void What_another_pack_adds_to_the_inputs_is_judged_like_what_the_program_gives()
    {
        var service = Service();
        service.Remediate(Alone(Resource(Group, """{ "vpcId": "main", "__defaults": [] }""")));
        service.Analyze(Alone(Resource(Group, Open)));

        Told(service, Resource(Group, Open)).ShouldContain("sg-no-public-admin-port");
    }

    [Fact]
    public void Another_run_begins_with_nothing_remembered()
    {
        var service = Service(Resource(Group, """{ "vpcId": "main" }"""));

        service.ConfigureStack(new());

        Told(service, Resource(Group, Open)).ShouldContain("sg-no-public-admin-port");
    }

    [Theory]
    [InlineData("""{ "vpcId": "main", "name": "web" }""", true)]
    [InlineData("""{ "vpcId": "main", "name": "web-1a2b3c4", "__defaults": ["name"] }""", false)]
    public void A_name_that_the_provider_made_up_is_not_a_fixed_one(string inputs, bool isFixed)
    {
        var given = Resource(Group, inputs);
        var service = Service();
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

    private static AnalyzeRequest Alone(AnalyzerResource resource) =>
        new() { Urn = resource.Urn, Type = resource.Type, Properties = resource.Properties.Clone() };

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

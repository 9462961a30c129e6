using Infra.Policies;
using Infra.Policies.Firewall;

namespace Infra.Tests.Policies.Firewall;

public sealed class AttachmentsTests
{
    private const string Machine = "aws:ec2/instance:Instance";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Joint = "aws:ec2/networkInterfaceSecurityGroupAttachment:NetworkInterfaceSecurityGroupAttachment";

    [Fact]
    public void Each_list_of_a_resource_is_one_attachment_by_the_order_of_their_paths() =>
        Of(Platform.Add(Template, "clones",
                """{ "vpcSecurityGroupIds": ["cache"], "networkInterfaces": [{ "securityGroups": ["web"] }, { "securityGroups": ["db", "db"] }] }"""))
            .ShouldBe(
            [
                "clones networkInterfaces[0].securityGroups: web",
                "clones networkInterfaces[1].securityGroups: db",
                "clones vpcSecurityGroupIds: cache",
            ]);

    [Fact]
    public void A_list_of_groups_that_are_not_in_the_program_is_none() =>
        Of(Platform.Add(Machine, "machine", """{ "vpcSecurityGroupIds": ["sg-123"], "securityGroups": [] }""")).ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "ami": "ami-1", "vpcSecurityGroupIds": { "<computed>": ["db"] } }""", "machine vpcSecurityGroupIds: db")]
    [InlineData("""{ "vpcSecurityGroupIds": ["web"], "securityGroups": { "<computed>": ["db"] } }""", "machine vpcSecurityGroupIds: web")]
    [InlineData("""{ "networkInterfaces": [{ "networkInterfaceId": "eni-1", "deviceIndex": 0 }], "vpcSecurityGroupIds": { "<computed>": ["db"] } }""")]
    public void What_a_provider_shows_counts_where_the_program_names_neither_groups_nor_interfaces(string json, params string[] attachments) =>
        Of(Platform.Add(Machine, "machine", json)).ShouldBe(attachments);

    [Fact]
    public void A_list_is_found_two_objects_deep_and_no_deeper()
    {
        Of(Platform.Add(Machine, "machine", """{ "a": [{ "securityGroups": ["web"] }] }""")).ShouldBe(["machine a[0].securityGroups: web"]);
        Of(Platform.Add(Machine, "machine", """{ "a": { "b": { "c": { "securityGroups": ["web"] } } } }""")).ShouldBe(["machine a.b.c.securityGroups: web"]);
        Of(Platform.Add(Machine, "machine", """{ "a": { "b": { "c": { "d": { "securityGroups": ["web"] } } } } }""")).ShouldBeEmpty();
        Of(Platform.Add(Machine, "machine", """{ "a": [[{ "securityGroups": ["web"] }]] }""")).ShouldBe(["machine a[0][0].securityGroups: web"]);
        Of(Platform.Add(Machine, "machine", """{ "a": [[[{ "securityGroups": ["web"] }]]] }""")).ShouldBeEmpty();
    }

    [Fact]
    public void Rules_and_groups_are_on_no_interface() => Of(Platform.Group("more", "web", """, "securityGroups": ["web"]""")).ShouldBeEmpty();

    [Fact]
    public void Groups_are_together_where_one_machine_has_both()
    {
        Together(Platform.Add(Machine, "machine", """{ "vpcSecurityGroupIds": ["web", "db"] }""")).ShouldBe(["web db"]);
        Together(Platform.Add(Machine, "machine", """{ "vpcSecurityGroupIds": ["web"] }""").Add(Machine, "other", """{ "vpcSecurityGroupIds": ["db"] }"""))
            .ShouldBeEmpty();
        Together(Platform.Add(Template, "clones", """{ "networkInterfaces": [{ "securityGroups": ["web"] }, { "securityGroups": ["db"] }] }"""))
            .ShouldBe(["web db"]);
        Together(Platform.Add("aws:ecs/service:Service", "tasks", """{ "a": { "securityGroups": ["web"] }, "b": { "securityGroups": ["db"] } }"""))
            .ShouldBeEmpty();
        Together(Platform.Add(Machine, "machine", """{ "vpcSecurityGroupIds": ["web"], "securityGroups": ["db"] }""")).ShouldBe(["db web"]);
    }

    [Fact]
    public void An_attachment_adds_its_group_to_the_interface_that_it_names()
    {
        var program = Platform.Add(Machine, "machine", """{ "vpcSecurityGroupIds": ["web"] }""");

        Together(program.Add(Joint, "joint", """{ "securityGroupId": "db", "networkInterfaceId": "machine" }""")).ShouldBe(["web db"]);
    }

    [Fact]
    public void A_group_without_an_interface_is_no_attachment() =>
        Of(Platform.Add("aws:ec2/securityGroupAssociation:SecurityGroupAssociation", "joint", """{ "securityGroupId": "db" }""")).ShouldBeEmpty();

    [Fact]
    public void An_attachment_of_a_group_that_is_not_in_the_program_is_none() =>
        Of(Platform.Add(Joint, "joint", """{ "securityGroupId": "sg-123", "networkInterfaceId": "eni-1" }""")).ShouldBeEmpty();

    private static SampleProgram Platform => SampleProgram.Platform();

    private static IEnumerable<string> Of(SampleProgram program) => All(program).All
        .Select(attachment => $"{attachment.Resource.Name} {attachment.Property}: {Names(attachment.Groups)}");

    private static IEnumerable<string> Together(SampleProgram program) => All(program).Together.Select(Names);

    private static Attachments All(SampleProgram program) => program.Graph().Firewall.Labels.Attachments;

    private static string Names(IEnumerable<ResourceNode> groups) => string.Join(" ", groups.Select(group => group.Name));
}

using Infra.Components.Compute;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Components.Compute;

public sealed class InstanceRoleTests
{
    /// <summary>What sessions and commands need; AWS's own policy reads every parameter of the account besides.</summary>
    internal const string BeReached =
        """
        {"Version":"2012-10-17","Statement":[{"Sid":"BeReached","Effect":"Allow","Action":["ssm:UpdateInstanceInformation","ssmmessages:CreateControlChannel","ssmmessages:CreateDataChannel","ssmmessages:OpenControlChannel","ssmmessages:OpenDataChannel"],"Resource":["*"]}]}
        """;

    [Fact]
    public async Task A_machine_that_is_given_nothing_can_be_reached_and_reads_no_parameter()
    {
        var plan = await Plan.Of(() => _ = new InstanceRole("web-role", new() { Naming = Places.Naming }));

        plan.All("aws:iam/rolePolicyAttachment:RolePolicyAttachment").ShouldBeEmpty();
        plan.One("aws:iam/rolePolicy:RolePolicy").Text("policy").ShouldBe(BeReached);
    }

    [Fact]
    public async Task The_key_of_the_permission_to_be_reached_is_taken() =>
        (await Plan.ErrorOf(() => _ = new InstanceRole("web-role", new()
        {
            Naming = Places.Naming,
            Permissions = new Dictionary<string, Output<string>> { ["session-manager"] = Output.Create("{}") },
        }))).ShouldBe(
            """
            InstanceRole 'web-role' cannot be built:
              - Permissions holds 'session-manager', which the role itself adds.
            """);
}

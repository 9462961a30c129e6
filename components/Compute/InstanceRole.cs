using System.Collections.Immutable;
using Infra.Components.Identity;
using Pulumi;
using Pulumi.Aws.Iam;

namespace Infra.Components.Compute;

public sealed record InstanceRoleArgs
{
    public required Naming Naming { get; init; }

    /// <summary>Policy documents by a key that names what they are for; frozen.</summary>
    public IReadOnlyDictionary<string, Output<string>> Permissions { get; init; } = ImmutableDictionary<string, Output<string>>.Empty;
}

/// <summary>What the machines of one group may do in AWS: be reached through Session Manager, and what they are given by name.</summary>
public sealed class InstanceRole : ComponentResource
{
    private const string SessionManager = "session-manager";

    public InstanceRole(string name, InstanceRoleArgs args, ComponentResourceOptions? options = null)
        : base("infra:compute:InstanceRole", name, options)
    {
        new Problems("InstanceRole", name)
            .Add(CloudName.Role.Check(name))
            .Unless(!args.Permissions.ContainsKey(SessionManager), $"Permissions holds '{SessionManager}', which the role itself adds.")
            .ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var role = CreateRole(name, args, child);
        Allow($"{name}-{SessionManager}", Output.Create(BeReached.ToString()), role, child);
        foreach (var (key, policy) in args.Permissions)
            Allow($"{name}-{key}", policy, role, child);

        var profile = CreateProfile(name, args, role, child);

        ProfileArn = profile.Arn;
        ProfileName = profile.Name;
        RoleName = role.Name;
        RegisterOutputs();
    }

    // AWS's own policy for this, AmazonSSMManagedInstanceCore, also reads every parameter of the account. These are what sessions and
    // commands need (Systems Manager user guide, instance permissions for Session Manager; agents from 3.3.40.0 on, which need no
    // ec2messages; read 2026-11). None of them takes a resource.
    private static PolicyDocument BeReached { get; } = new(new PolicyStatement
    {
        Sid = "BeReached",
        Action =
        [
            "ssm:UpdateInstanceInformation", "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel",
        ],
        Resource = ["*"],
    });

    [Output("profileArn")]
    public Output<string> ProfileArn { get; }

    [Output("profileName")]
    public Output<string> ProfileName { get; }

    [Output("roleName")]
    public Output<string> RoleName { get; }

    private static Role CreateRole(string name, InstanceRoleArgs args, CustomResourceOptions child) =>
        new(name, new RoleArgs
        {
            Description = $"Machines of {name}",
            AssumeRolePolicy = PolicyDocument.TrustOf("ec2.amazonaws.com").ToString(),
            Tags = args.Naming.Tags(name),
        }, child);

    private static void Allow(string name, Output<string> policy, Role role, CustomResourceOptions child) =>
        _ = new RolePolicy(name, new RolePolicyArgs
        {
            Role = role.Name,
            Policy = policy,
        }, child);

    private static InstanceProfile CreateProfile(string name, InstanceRoleArgs args, Role role, CustomResourceOptions child) =>
        new(name, new InstanceProfileArgs
        {
            Role = role.Name,
            Tags = args.Naming.Tags(name),
        }, child);
}

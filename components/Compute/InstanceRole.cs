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
    private const string SessionManagerPolicy = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";

    public InstanceRole(string name, InstanceRoleArgs args, ComponentResourceOptions? options = null)
        : base("infra:compute:InstanceRole", name, options)
    {
        new Problems("InstanceRole", name).Add(CloudName.Role.Check(name)).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var role = CreateRole(name, args, child);
        AllowSessionManager(name, role, child);
        foreach (var (key, policy) in args.Permissions)
            Allow($"{name}-{key}", policy, role, child);

        var profile = CreateProfile(name, args, role, child);

        ProfileArn = profile.Arn;
        ProfileName = profile.Name;
        RoleName = role.Name;
        RegisterOutputs();
    }

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

    private static void AllowSessionManager(string name, Role role, CustomResourceOptions child) =>
        _ = new RolePolicyAttachment($"{name}-session-manager", new RolePolicyAttachmentArgs
        {
            Role = role.Name,
            PolicyArn = SessionManagerPolicy,
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

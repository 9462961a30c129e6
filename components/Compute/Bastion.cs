using Infra.Components.Networking;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.Ec2;

namespace Infra.Components.Compute;

public sealed record BastionArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>App subnets, one per zone: a bastion has no public address, people come over the VPN.</summary>
    public required IReadOnlyList<ZoneSubnet> Subnets { get; init; }

    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>A pinned AMI with sshd and EC2 Instance Connect; Amazon Linux 2023 has both.</summary>
    public required string ImageId { get; init; }

    public required string InstanceType { get; init; }
}

/// <summary>
/// The machines that administrators' SSH comes through, for those who cannot use Session Manager. It holds no keys: EC2 Instance
/// Connect lends one for 60 seconds to whoever IAM allows it.
/// </summary>
public sealed class Bastion : ComponentResource
{
    private const int Machines = 2;

    public Bastion(string name, BastionArgs args, ComponentResourceOptions? options = null)
        : base("infra:compute:Bastion", name, options)
    {
        var machine = new Machine { Image = args.ImageId, InstanceType = args.InstanceType, BootScript = BastionServer.BootScript };
        new Problems("Bastion", name)
            .Add(ZoneSubnet.Check(args.Subnets, SubnetTier.App))
            .Add(machine.Check())
            .Add(CloudName.Role.Check($"{name}-role"))
            .ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var role = new InstanceRole($"{name}-role", new() { Naming = args.Naming }, new() { Parent = this });
        var template = CloneTemplate.Create(name, args.Naming, args.Location, machine, args.SecurityGroupId, role, child);

        GroupName = CreateGroup(name, args, template, child).Name;
        RegisterOutputs();
    }

    [Output("groupName")]
    public Output<string> GroupName { get; }

    // Two in two zones: the day a zone fails is the day somebody must get in. The third place is for replacements.
    private static Group CreateGroup(string name, BastionArgs args, LaunchTemplate template, CustomResourceOptions child) =>
        new(name, new GroupArgs
        {
            Region = args.Location.Region,
            MinSize = Machines,
            MaxSize = Machines + 1,
            VpcZoneIdentifiers = args.Subnets.Select(subnet => subnet.Id).ToList(),
            HealthCheckType = "EC2",
            LaunchTemplate = CloneTemplate.NewestOf(template),
            InstanceRefresh = CloneTemplate.Replacement,
            Tags = CloneTemplate.GroupTags(args.Naming, name),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = ZoneSubnet.WaysOutOf(args.Subnets), IgnoreChanges = { "desiredCapacity" } }));
}

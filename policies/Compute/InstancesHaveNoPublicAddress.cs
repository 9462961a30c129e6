namespace Infra.Policies.Compute;

public sealed class InstancesHaveNoPublicAddress() : ResourceRule(
    "instance-no-public-ip",
    Rank.High,
    [.. ResourceTypes.LaunchTemplate, .. ResourceTypes.LaunchConfiguration, .. ResourceTypes.Instance,
        "aws:ec2/spotInstanceRequest:SpotInstanceRequest"],
    "A machine with a public address is one wrong firewall rule away from the internet.",
    "leave associatePublicIpAddress false and put the machine behind the load balancer in a private subnet",
    "EC2.9", "EC2.25", "CKV_AWS_88", "AVD-AWS-0009")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var interfaces = resource["networkInterfaces"];
        if (interfaces.IsUnknown) return [Undetermined(resource, interfaces)];
        return interfaces.Items.Select(each => each["associatePublicIpAddress"])
            .Append(resource["associatePublicIpAddress"])
            .SelectMany(address => Expect(resource, address, known => known.Truth is false, "false", whenAbsent: true));
    }
}

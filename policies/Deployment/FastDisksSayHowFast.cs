namespace Infra.Policies.Deployment;

public sealed class FastDisksSayHowFast() : DeploymentRule(
    "deploy-template-iops",
    Rank.High,
    ResourceTypes.LaunchTemplate,
    "AWS refuses a provisioned disk without its speed.",
    "set ebs.iops for volumes of type io1 and io2",
    "Amazon EC2 API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var mappings = resource["blockDeviceMappings"];
        if (mappings.IsUnknown) return [Undetermined(resource, mappings)];
        return mappings.Items.Select(mapping => mapping["ebs"]).SelectMany(disk => disk.IsUnknown
            ? [Undetermined(resource, disk)]
            : If(resource, disk["volumeType"], type => type.Text is "io1" or "io2",
                Given(resource, disk["iops"], "and the volume is provisioned")));
    }
}

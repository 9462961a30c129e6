namespace Infra.Policies.Compute;

public sealed class DisksAreEncrypted() : ResourceRule(
    "ebs-encrypted",
    Rank.High,
    [.. ResourceTypes.LaunchTemplate, .. ResourceTypes.LaunchConfiguration, .. ResourceTypes.Instance, .. ResourceTypes.Volume],
    "Snapshots of an unencrypted disk can be shared, copied and read with nothing but EC2 permissions.",
    "set encrypted to true on every volume, the root volume included",
    "EC2.3", "EC2.181", "CKV_AWS_8", "AVD-AWS-0131", "AwsSolutions-EC26")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var findings = ResourceTypes.Volume.Contains(resource.Type) ? ExpectTrue(resource, resource["encrypted"])
            : ResourceTypes.LaunchTemplate.Contains(resource.Type) ? OfTemplate(resource)
            : OfInstance(resource);
        return graph.OfType(ResourceTypes.EncryptionByDefault).Aggregate(findings, (left, setting) =>
            Unless(setting, setting["enabled"], enabled => enabled is { IsAbsent: true } or { Truth: true }, left));
    }

    private IEnumerable<Finding> OfTemplate(ResourceNode template)
    {
        var mappings = template["blockDeviceMappings"];
        if (mappings.IsUnknown) return [Undetermined(template, mappings)];
        var disks = mappings.Items
            .Where(mapping => mapping.IsUnknown || (mapping["noDevice"].IsLeftOut && mapping["virtualName"].IsLeftOut)).ToList();
        return disks.Count == 0
            ? [Fail(template, mappings.Path, "no block device mapping asks for an encrypted root volume, so the image decides")]
            : disks.SelectMany(disk => ExpectTrue(template, disk["ebs"]["encrypted"]));
    }

    private IEnumerable<Finding> OfInstance(ResourceNode instance) =>
        ExpectTrue(instance, instance["rootBlockDevice"]["encrypted"])
            .Concat(instance["ebsBlockDevices"] is { IsUnknown: true } disks
                ? [Undetermined(instance, disks)]
                : instance["ebsBlockDevices"].Items.SelectMany(disk => ExpectTrue(instance, disk["encrypted"])));
}

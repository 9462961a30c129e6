namespace Infra.Policies.Deployment;

public sealed class DisksFit() : DeploymentRule(
    "deploy-template-disk",
    Rank.High,
    ResourceTypes.LaunchTemplate,
    "AWS refuses disks that are larger or faster than it has them.",
    "keep gp3 within 1 to 65536 GiB, 3000 to 80000 IOPS, at most 500 per GiB, and 125 to 2000 MiB/s; give io1 and io2 at least 100 IOPS",
    "AWS provider and cfn-lint, 2026-11")
{
    private const int MostOperationsPerGibibyte = 500;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Each(resource, resource["blockDeviceMappings"], mapping => mapping["ebs"] is { IsUnknown: true } unknown ? [Undetermined(resource, unknown)]
            : Of(resource, mapping["ebs"]));

    private IEnumerable<Finding> Of(ResourceNode resource, PropertyValue disk)
    {
        var (type, size, speed) = (disk["volumeType"], Asked(resource, disk["volumeSize"]), Asked(resource, disk["iops"]));
        return If(resource, type, kind => kind.Text == "gp3",
            [
                .. Within(resource, size, 1, 65_536), .. Within(resource, speed, 3_000, 80_000), .. Within(resource, disk["throughput"], 125, 2_000),
                .. size.IsAbsent ? [] : If(resource, size, gibibytes => speed.Number > gibibytes.Number * (long)MostOperationsPerGibibyte,
                    speed.IsAbsent ? [] : [Fail(resource, speed.Path,
                        $"{speed.Path} is {speed}, more than {MostOperationsPerGibibyte} for each of {size} GiB")]),
            ])
            .Concat(If(resource, type, kind => kind.Text is "io1" or "io2",
                Expect(resource, speed, operations => operations.Number >= 100, "at least 100", whenAbsent: true)))
            .DistinctBy(finding => finding.Property);
    }
}

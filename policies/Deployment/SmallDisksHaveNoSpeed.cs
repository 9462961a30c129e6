namespace Infra.Policies.Deployment;

public sealed class SmallDisksHaveNoSpeed() : DeploymentRule(
    "deploy-db-speed",
    Rank.High,
    ResourceTypes.DatabaseInstance,
    "AWS refuses a speed of its own for a gp3 disk below 400 GiB, and an io1 disk below 100 GiB or 1,000 IOPS.",
    "leave iops and storageThroughput out, or allocate more",
    "AWS provider documentation, 2026-11")
{
    private const int Threshold = 400;

    private static readonly string[] Engines = ["mysql", "mariadb", "postgres"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (type, size, speed, engine) = (resource["storageType"], resource["allocatedStorage"], resource["iops"], resource["engine"]);
        PropertyValue[] speeds = [speed, resource["storageThroughput"]];
        return If(resource, type, kind => kind.Text == "gp3", If(resource, engine, name => Engines.Contains(name.Text),
                If(resource, size, gibibytes => gibibytes.Number < Threshold, speeds
                    .SelectMany(given => LeftOut(resource, given, $"of a gp3 disk below {Threshold} GiB")))))
            .Concat(If(resource, type, kind => kind.Text == "io1",
                Expect(resource, size, gibibytes => gibibytes.Number >= 100, "at least 100 for io1", whenAbsent: true)
                    .Concat(Expect(resource, speed, operations => operations.Number >= 1_000, "at least 1000 for io1"))))
            .DistinctBy(finding => finding.Property);
    }
}

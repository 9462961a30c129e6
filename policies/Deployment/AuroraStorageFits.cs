namespace Infra.Policies.Deployment;

public sealed class AuroraStorageFits() : DeploymentRule(
    "deploy-aurora-storage",
    Rank.High,
    ResourceTypes.DatabaseCluster,
    "AWS refuses to be told how large and how fast Aurora's storage is.",
    "leave allocatedStorage and iops out, and set storageType to aurora or aurora-iopt1",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => If(
        resource, resource["engine"], engine => engine.Text?.StartsWith("aurora", StringComparison.Ordinal) is true,
        [
            .. Expect(resource, resource["storageType"], type => type.Text is "" or "aurora" or "aurora-iopt1", "aurora or aurora-iopt1",
                whenAbsent: true),
            .. LeftOut(resource, resource["allocatedStorage"], "of an Aurora cluster"),
                .. LeftOut(resource, resource["iops"], "of an Aurora cluster"),
        ]);
}

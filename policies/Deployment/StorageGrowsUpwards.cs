namespace Infra.Policies.Deployment;

public sealed class StorageGrowsUpwards() : DeploymentRule(
    "deploy-db-storage-growth",
    Rank.High,
    ResourceTypes.DatabaseInstance,
    "AWS refuses a largest size below the first one.",
    "set maxAllocatedStorage above allocatedStorage, or to 0",
    "Amazon RDS API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (first, most) = (resource["allocatedStorage"], resource["maxAllocatedStorage"]);
        if (most.IsAbsent || first.IsAbsent) return [];
        return first.IsUnknown
            ? If(resource, first, _ => true, most is { IsKnown: true, Number: 0 } ? [] : [Undetermined(resource, first)])
            : Expect(resource, most, size => size.Number == 0 || size.Number >= first.Number, $"0 or at least {first}");
    }
}

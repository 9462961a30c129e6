namespace Infra.Policies.Data;

/// <remarks>A warning everywhere: a development stack is meant to be thrown away.</remarks>
public sealed class BucketsAreEmptiedByHand() : ResourceRule(
    "s3-no-force-destroy",
    Rank.Medium,
    ResourceTypes.Bucket,
    "A wrong destroy then takes every object with it.",
    "leave forceDestroy false")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["forceDestroy"], force => force.Truth is false, "false", whenAbsent: true);
}

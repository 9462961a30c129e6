using System.Globalization;

namespace Infra.Policies.Deployment;

public sealed class AuroraCapacityFits() : DeploymentRule(
    "deploy-aurora-capacity",
    Rank.High,
    ResourceTypes.DatabaseCluster,
    "AWS refuses a capacity that is no multiple of a half.",
    "set minCapacity and maxCapacity to steps of 0.5",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var capacity = resource["serverlessv2ScalingConfiguration"];
        return Matches(resource, capacity["minCapacity"], IsStep, "a multiple of 0.5")
            .Concat(Matches(resource, capacity["maxCapacity"], IsStep, "a multiple of 0.5"));
    }

    private static bool IsStep(string text) => decimal.TryParse(text, CultureInfo.InvariantCulture, out var units) && units >= 0
        && units * 2 % 1 == 0;
}

namespace Infra.Policies.Deployment;

public sealed class AlarmsNameBalancersBySuffix() : DeploymentRule(
    "deploy-alarm-balancer",
    Rank.Medium,
    ResourceTypes.Alarm,
    "An alarm that names a load balancer by its name or its ARN finds no metric and stays silent.",
    "set dimensions.LoadBalancer to the balancer's arnSuffix",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Suffix(resource, resource["dimensions"]["LoadBalancer"], "app/", "net/")
            .Concat(Suffix(resource, resource["dimensions"]["TargetGroup"], "targetgroup/"));

    private IEnumerable<Finding> Suffix(ResourceNode alarm, PropertyValue dimension, params string[] beginnings) => If(
        alarm, alarm["namespace"], name => name.Text is "AWS/ApplicationELB" or "AWS/NetworkELB",
        // Computed from something of the program: nothing of it looks like a suffix and is none.
        dimension.IsUnknown && alarm.DependenciesOf("dimensions").Count > 0 ? []
            : Matches(alarm, dimension, text => beginnings.Any(beginning => text.StartsWith(beginning, StringComparison.Ordinal)),
                $"an arnSuffix, which begins with {beginnings[0]}"));
}

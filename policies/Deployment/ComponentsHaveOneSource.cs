namespace Infra.Policies.Deployment;

public sealed class ComponentsHaveOneSource() : DeploymentRule(
    "deploy-image-component",
    Rank.High,
    ResourceTypes.ImageComponent,
    "The provider refuses a component with two documents, and one with none.",
    "give data or uri",
    "AWS provider documentation, 2026-11")
{
    public override bool IsAlwaysDetermined => true;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (isInline, isElsewhere) = (!Asked(resource, resource["data"]).IsAbsent, !Asked(resource, resource["uri"]).IsAbsent);
        if (isInline != isElsewhere) return [];
        return [isInline ? Fail(resource, "uri", "data and uri are both given") : Fail(resource, "data", "neither data nor uri is given")];
    }
}

namespace Infra.Policies.Deployment;

public sealed class AliasesBelongToOneDistribution() : DeploymentRule(
    "deploy-cdn-alias-once",
    Rank.High,
    ResourceTypes.Distribution,
    "In the whole world a name belongs to one distribution; AWS refuses the second.",
    "give each distribution names of its own",
    "Amazon CloudFront Developer Guide, alternate domain names, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var own = resource["aliases"];
        foreach (var other in graph.OfType(ResourceTypes.Distribution)
            .Where(other => string.CompareOrdinal(other.Urn, resource.Urn) < 0 && !own.IsAbsent))
        {
            var taken = other["aliases"];
            var names = taken.Items.Select(alias => alias.Text).OfType<string>().ToHashSet();
            if (own.Items.FirstOrDefault(alias => alias.Text is { } text && names.Contains(text)) is { IsKnown: true } same)
                yield return Fail(resource, same.Path, $"{same} is also a name of {other.Name}");
            else if (!taken.IsAbsent && (own.FirstUnknown() ?? taken.FirstUnknown()) is { } open)
                yield return Undetermined(resource, own.Path, $"whether {other.Name} has one of its names is not known before the deployment",
                    open.Path);
        }
    }
}

namespace Infra.Policies.Containers;

public sealed class CopiesSpreadOverZones() : ResourceRule(
    "k8s-spread",
    Rank.Medium,
    ResourceTypes.ReplicatedWorkload,
    "The scheduler may put all copies into one zone, and they are lost with it.",
    "add topologySpreadConstraints with topologyKey topology.kubernetes.io/zone and a labelSelector of the pods' own labels")
{
    private static readonly string[] ZoneKeys = ["topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone"];

    public override IReadOnlyList<string> Types => [.. ResourceTypes.ReplicatedWorkload, .. ResourceTypes.PodAutoscaler];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var copies = Copies.Of(resource, graph);
        if (copies.Count < 2) return [];
        var (pod, labels) = (PodTemplate.Spec(resource), PodTemplate.Labels(resource));
        var (constraints, apart) = (pod["topologySpreadConstraints"], pod["affinity"]["podAntiAffinity"]);
        var (required, preferred) = (apart["requiredDuringSchedulingIgnoredDuringExecution"], apart["preferredDuringSchedulingIgnoredDuringExecution"]);
        var spread = LabelSelector.Any(
        [
            AnyOf(constraints, constraint => constraint), AnyOf(required, term => term), AnyOf(preferred, term => term["podAffinityTerm"]),
        ]);
        if (spread is true) return [];
        if (spread is null) return [Undetermined(resource, constraints.FirstUnknown() ?? apart.FirstUnknown() ?? labels.FirstUnknown() ?? labels)];
        if (copies.Count is null) return [Undetermined(resource, copies.Property, copies.Doubt)];
        return [Fail(resource, constraints.Path, $"nothing spreads its {copies.Count} pods over zones{Aside(constraints, labels)}")];

        bool? AnyOf(PropertyValue list, Func<PropertyValue, PropertyValue> read) =>
            list.IsUnknown ? null : LabelSelector.Any(list.Items.Select(item => IsOverZones(read(item), labels)));
    }

    private static bool? IsOverZones(PropertyValue term, PropertyValue labels) => LabelSelector.All(
    [
        term["topologyKey"] is { IsUnknown: false } key ? ZoneKeys.Contains(key.Text) : null, LabelSelector.Selects(term["labelSelector"], labels),
    ]);

    private static string Aside(PropertyValue constraints, PropertyValue labels) =>
        constraints.Items.FirstOrDefault(item => ZoneKeys.Contains(item["topologyKey"].Text)) is { } overZones
            ? $": {overZones.Path}.labelSelector is {overZones["labelSelector"]}, which are not the pods' own labels {labels}"
            : "";
}

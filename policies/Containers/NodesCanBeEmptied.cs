using System.Globalization;

namespace Infra.Policies.Containers;

public sealed class NodesCanBeEmptied() : Rule(
    "k8s-min-replicas-and-pdb",
    Rank.Medium,
    "An upgrade of the nodes takes all copies at once unless a budget says how many must stay, and never ends if that is all of them.",
    "add one PodDisruptionBudget that selects the pods, with maxUnavailable 1")
{
    private const string Labels = "spec.template.metadata.labels";

    public override IReadOnlyList<string> Types =>
    [
        .. ResourceTypes.ReplicatedWorkload, .. ResourceTypes.DisruptionBudget, .. ResourceTypes.PodAutoscaler, .. ResourceTypes.HelmRelease,
        .. ResourceTypes.KubernetesBundle,
    ];

    public override IEnumerable<Finding> Check(ResourceGraph graph) =>
    [
        .. graph.OfType(ResourceTypes.ReplicatedWorkload).SelectMany(workload => CheckWorkload(workload, graph)),
        .. graph.OfType(ResourceTypes.DisruptionBudget).SelectMany(budget => CheckBudget(budget, graph)),
    ];

    // A pod that two budgets select is not evicted at all (eviction subresource, Kubernetes, read 2026-11-23).
    private IEnumerable<Finding> CheckWorkload(ResourceNode workload, ResourceGraph graph)
    {
        var budgets = SelectedPods.In(graph).Of(workload, ResourceTypes.DisruptionBudget).ToLookup(each => each.IsCertain, each => each.Selector);
        var (certain, possible) = (budgets[true].ToList(), budgets[false].FirstOrDefault());
        var copies = Copies.Of(workload, graph);
        if (certain.Count > 1)
            return [Fail(workload, null, $"{certain[0].Name} and {certain[1].Name} both select its pods, and Kubernetes evicts none that two budgets select")];
        if (possible is not null && (certain.Count > 0 || copies.Count is not < 2))
            return [Undetermined(workload, Labels, $"whether {possible.Name} selects its pods is not known before the deployment")];
        if (certain.Count > 0 || copies.Count < 2) return [];
        if (copies.Count is null) return [Undetermined(workload, copies.Property, copies.Doubt)];
        return UnseenObjects.In(NamespacePlace.Of(workload, graph), graph) is { } unseen
            ? [Undetermined(workload, Labels, $"no PodDisruptionBudget here selects its {copies.Count} pods; what {unseen.Name} installs is not seen")]
            : [Fail(workload, null, $"no PodDisruptionBudget selects its {copies.Count} pods")];
    }

    // A share is rounded up to whole pods, of those that must stay as of those that may go; a budget that says neither permits nothing
    // (disruption controller, getExpectedPodCount and updatePdbStatus, Kubernetes, read 2026-11-23).
    private IEnumerable<Finding> CheckBudget(ResourceNode budget, ResourceGraph graph)
    {
        var (most, least) = (budget["spec.maxUnavailable"], budget["spec.minAvailable"]);
        if (most.IsUnknown || (most.IsAbsent && least.IsUnknown)) return [Undetermined(budget, most.IsUnknown ? most : least)];
        if (!most.IsAbsent) return Share(most) == 0 ? [Never(most)] : [];
        if (least.IsAbsent) return [Fail(budget, "spec", "it permits no eviction: neither minAvailable nor maxUnavailable is set")];
        if (Share(least) == 0) return [];
        if (IsPercentage(least) && Share(least) >= 100) return [Never(least)];
        return CheckCount(budget, least, graph);

        Finding Never(PropertyValue value) => Fail(budget, value.Path, $"it permits no eviction: {value.Path} is {value}");
    }

    private IEnumerable<Finding> CheckCount(ResourceNode budget, PropertyValue least, ResourceGraph graph)
    {
        var pods = 0;
        var selects = false;
        foreach (var (_, workload, isCertain) in SelectedPods.In(graph).By(budget, ResourceTypes.ReplicatedWorkload))
        {
            var copies = Copies.Of(workload, graph);
            if (!isCertain || copies.Count is null)
                return [Undetermined(budget, least.Path, $"how many pods of {workload.Name} it selects is not known before the deployment")];
            (selects, pods) = (true, pods + copies.Count.Value);
        }

        if (!selects) return [Undetermined(budget, least.Path, "which pods it selects is not known here: no workload of the program has such labels")];
        var stay = IsPercentage(least) ? ((pods * Share(least)) + 99) / 100 : Share(least);
        return pods == 0 || pods > stay ? [] : [Fail(budget, least.Path, $"it permits no eviction: {least.Path} is {least}, of {pods} pods")];
    }

    private static bool IsPercentage(PropertyValue value) => value.Text?.EndsWith('%') is true;

    private static int Share(PropertyValue value) => int.TryParse(value.Text?.TrimEnd('%'), CultureInfo.InvariantCulture, out var share) ? share : 1;
}

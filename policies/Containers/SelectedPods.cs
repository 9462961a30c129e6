namespace Infra.Policies.Containers;

/// <summary>Which workloads start the pods that a service or a budget selects: all that it may be, and null where that is not certain.</summary>
internal sealed class SelectedPods
{
    private const string NoLabel = "";

    private readonly ILookup<ResourceNode, Selection> _byWorkload;
    private readonly ILookup<ResourceNode, Selection> _bySelector;

    private SelectedPods(ResourceGraph graph)
    {
        var pods = new PlacedIndex<ResourceNode>(graph.OfType(ResourceTypes.Workload).SelectMany(workload => Labels(workload, graph)));
        List<Selection> all =
        [
            .. graph.OfType(ResourceTypes.DisruptionBudget).SelectMany(budget => Of(budget, budget["spec.selector"]["matchLabels"],
                workload => LabelSelector.Selects(budget["spec.selector"], PodTemplate.Labels(workload)))),
            .. graph.OfType(ResourceTypes.KubernetesService).Where(HasSelector).SelectMany(service => Of(service, service["spec.selector"],
                workload => LabelSelector.HasAll(service["spec.selector"], PodTemplate.Labels(workload)))),
        ];
        (_byWorkload, _bySelector) = (all.ToLookup(each => each.Workload), all.ToLookup(each => each.Selector));

        IEnumerable<Selection> Of(ResourceNode selector, PropertyValue wanted, Func<ResourceNode, bool?> selects)
        {
            var place = NamespacePlace.Of(selector, graph);
            var label = wanted.Members.FirstOrDefault(member => member.Value is { IsUnknown: false, IsAbsent: false });
            return from workload in pods.Near(place.Name, label is null ? null : Key(label)).OrderBy(node => node.Urn, StringComparer.Ordinal)
                   let isSelected = selects(workload)
                   where isSelected is not false
                   let isCertain = LabelSelector.All([isSelected, place.Is(NamespacePlace.Of(workload, graph))])
                   where isCertain is not false
                   select new Selection(selector, workload, isCertain is true);
        }
    }

    public static SelectedPods In(ResourceGraph graph) => graph.Once(made => new SelectedPods(made));

    /// <summary>What selects the pods of a workload, of one type.</summary>
    public IEnumerable<Selection> Of(ResourceNode workload, IReadOnlyList<string> types) =>
        _byWorkload[workload].Where(each => types.Contains(each.Selector.Type));

    /// <summary>The workloads of some types whose pods are selected.</summary>
    public IEnumerable<Selection> By(ResourceNode selector, IReadOnlyList<string> types) =>
        _bySelector[selector].Where(each => types.Contains(each.Workload.Type));

    // A service without a selector sends its requests to what somebody else says.
    private static bool HasSelector(ResourceNode service) => service["spec.selector"].IsUnknown || service["spec.selector"].UnsortedMembers.Any();

    private static IEnumerable<(string? Place, string? Key, ResourceNode Item)> Labels(ResourceNode workload, ResourceGraph graph)
    {
        var (place, labels) = (NamespacePlace.Of(workload, graph).Name, PodTemplate.Labels(workload));
        return labels.IsUnknown
            ? [(place, null, workload)]
            : labels.UnsortedMembers.Select(label => (place, label.Value.IsUnknown ? null : Key(label), workload)).Append((place, NoLabel, workload));
    }

    private static string Key(PropertyValue.Member label) => $"{label.Name}={label.Value.Text}";

    /// <param name="Selector">A service or a budget.</param>
    /// <param name="Workload">What starts the pods.</param>
    /// <param name="IsCertain">False if it may be otherwise.</param>
    public sealed record Selection(ResourceNode Selector, ResourceNode Workload, bool IsCertain);
}

namespace Infra.Policies.Firewall;

/// <summary>A tier as a component has declared it; never guessed from a name.</summary>
/// <param name="Text">The label, or null if there is none that the matrix knows.</param>
/// <param name="IsUnknown">There may be one, but it is not known yet.</param>
public sealed record TierLabel(string? Text, bool IsUnknown)
{
    public const string Tag = "infra:tier";

    public static TierLabel Missing { get; } = new(null, IsUnknown: false);
}

/// <summary>Which group belongs to which tier, and which groups sit on one network interface together.</summary>
public sealed class TierLabels
{
    private readonly Dictionary<ResourceNode, IReadOnlyList<TierLabel>> _effective;

    private TierLabels(Attachments attachments, Dictionary<ResourceNode, IReadOnlyList<TierLabel>> effective) =>
        (Attachments, _effective) = (attachments, effective);

    public Attachments Attachments { get; }

    /// <summary>The labels of a group and of every group that shares an interface with it: an opening in one opens the interface.</summary>
    public IReadOnlyList<TierLabel> Effective(ResourceNode group) => _effective.GetValueOrDefault(group) ?? [Of(group)];

    public static TierLabel Of(ResourceNode group)
    {
        var tag = Written(group);
        if (tag.IsUnknown) return new(null, IsUnknown: true);
        return tag.Text is { } text && TierMatrix.Tiers.Contains(text) ? new(text, IsUnknown: false) : TierLabel.Missing;
    }

    /// <summary>The tag as it is written, valid or not.</summary>
    public static PropertyValue Written(ResourceNode group) =>
        group["tags"][TierLabel.Tag] is { IsAbsent: false } tag ? tag
        : group["tagsAll"][TierLabel.Tag] is { IsKnown: true } all ? all
        : group["tags"][TierLabel.Tag];

    public static TierLabels Of(ResourceGraph graph)
    {
        var attachments = Attachments.Of(graph);
        var effective = attachments.Together
            .SelectMany(groups => groups.Select(group => (group, groups)))
            .GroupBy(entry => entry.group)
            .ToDictionary(entries => entries.Key, entries => Labels(entries.Key, entries.SelectMany(entry => entry.groups)));
        return new(attachments, effective);
    }

    private static IReadOnlyList<TierLabel> Labels(ResourceNode own, IEnumerable<ResourceNode> together) =>
    [
        .. together.Where(group => group != own).Select(Of).Where(label => label != TierLabel.Missing).Prepend(Of(own)).Distinct()
            .Where((label, index) => index == 0 || label.Text is not null || label.IsUnknown),
    ];
}

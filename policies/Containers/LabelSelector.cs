namespace Infra.Policies.Containers;

/// <summary>Whether labels are those that a selector asks for: null where that is not known ("Labels and Selectors", Kubernetes, 2026-11).</summary>
internal static class LabelSelector
{
    /// <summary>An empty selector takes everything, and one that is absent nothing.</summary>
    /// <param name="selector">With <c>matchLabels</c> and <c>matchExpressions</c>.</param>
    /// <param name="labels">By their keys.</param>
    public static bool? Selects(PropertyValue selector, PropertyValue labels)
    {
        if (selector.IsAbsent) return false;
        var expressions = selector["matchExpressions"];
        return All([HasAll(selector["matchLabels"], labels), expressions.IsUnknown ? null : All(expressions.Items.Select(each => Fits(each, labels)))]);
    }

    /// <summary>Whether there are all labels of a plain map.</summary>
    public static bool? HasAll(PropertyValue wanted, PropertyValue labels) =>
        wanted.IsUnknown ? null : All(wanted.UnsortedMembers.Select(member => Equal(labels[member.Name], member.Value)));

    /// <summary>Whether it takes everything; one that is absent is for the caller to judge.</summary>
    public static bool? IsEmpty(PropertyValue selector)
    {
        if (selector["matchLabels"].UnsortedMembers.Any() || selector["matchExpressions"].Items.Any()) return false;
        return selector["matchLabels"].IsUnknown || selector["matchExpressions"].IsUnknown ? null : true;
    }

    /// <summary>False if one of them is, else null if one of them is.</summary>
    public static bool? All(IEnumerable<bool?> answers)
    {
        var given = answers.ToList();
        return given.Contains(false) ? false : given.Contains(null) ? null : true;
    }

    /// <summary>True if one of them is, else null if one of them is.</summary>
    public static bool? Any(IEnumerable<bool?> answers)
    {
        var given = answers.ToList();
        return given.Contains(true) ? true : given.Contains(null) ? null : false;
    }

    private static bool? Fits(PropertyValue expression, PropertyValue labels)
    {
        var (key, values) = (expression["key"], expression["values"]);
        if (key.Text is not { } name || expression["operator"].IsUnknown || labels.IsUnknown) return null;
        var label = labels[name];
        return expression["operator"].Text switch
        {
            "Exists" => !label.IsAbsent,
            "DoesNotExist" => label.IsAbsent,
            "In" => IsAmong(),
            "NotIn" => !IsAmong(),
            _ => null,
        };

        bool? IsAmong() => label.IsAbsent ? false : values.IsUnknown ? null : Any(values.Items.Select(value => Equal(label, value)));
    }

    private static bool? Equal(PropertyValue label, PropertyValue value) =>
        label.IsAbsent ? false : label.IsUnknown || value.IsUnknown ? null : label.Text == value.Text;
}

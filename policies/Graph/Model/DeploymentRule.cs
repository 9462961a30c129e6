namespace Infra.Policies;

/// <summary>A fact of the cloud that a program otherwise learns when it is deployed, or later.</summary>
/// <param name="id">Kebab-case, frozen; begins with <c>deploy-</c>.</param>
/// <param name="rank">High when the deployment fails, medium when it goes through and then misbehaves.</param>
/// <param name="types">The types that it is about.</param>
/// <param name="why">One sentence: what happens otherwise.</param>
/// <param name="fix">What to do about it.</param>
/// <param name="source">Where the fact stands, and when it was read.</param>
public abstract class DeploymentRule(string id, Rank rank, IReadOnlyList<string> types, string why, string fix, string source)
    : ResourceRule(id, rank, types, why, fix, source)
{
    /// <inheritdoc/>
    /// <remarks>What the provider filled in is no mistake of the program.</remarks>
    protected override IEnumerable<Finding> Expect(
        ResourceNode resource, PropertyValue value, Func<PropertyValue, bool> holds, string expected, bool whenAbsent = false) =>
        base.Expect(resource, Asked(resource, value), holds, expected, whenAbsent);

    protected IEnumerable<Finding> Within(ResourceNode resource, PropertyValue value, int least, int most) => Expect(
        resource, value, number => number.Number >= least && number.Number <= most, $"{least} to {most}", whenAbsent: true);

    /// <summary>The same of a property that nobody can leave out, so that its zero was asked for.</summary>
    protected IEnumerable<Finding> WithinAlways(ResourceNode resource, PropertyValue value, int least, int most) => ExpectAlways(
        resource, value, number => number.Number >= least && number.Number <= most, $"{least} to {most}", whenAbsent: true);

    /// <summary>
    /// Judges also what the provider says, and takes a zero at its word: for regions, names, and numbers that nobody shows in place of nothing.
    /// </summary>
    protected IEnumerable<Finding> ExpectAlways(
        ResourceNode resource, PropertyValue value, Func<PropertyValue, bool> holds, string expected, bool whenAbsent = false) =>
        base.Expect(resource, value, holds, expected, whenAbsent);

    /// <summary>
    /// A property as the program gives it. What the provider filled in is absent, although previews of what is deployed show it: an output that was
    /// not asked for, and the zero or the empty text of a nested member, which most providers cannot tell from nothing.
    /// </summary>
    protected static PropertyValue Asked(ResourceNode resource, PropertyValue value)
    {
        var isLeftOut = value.IsZero && value.Path != value.TopLevel;
        return isLeftOut || resource.IsComputed(value.TopLevel) ? value.AsAbsent() : value;
    }

    /// <summary>Two properties of which at most one may be given.</summary>
    protected IEnumerable<Finding> NotBoth(ResourceNode resource, PropertyValue one, PropertyValue other)
    {
        (one, other) = (Asked(resource, one), Asked(resource, other));
        if (one.IsAbsent || other.IsAbsent) return [];
        return one.IsUnknown || other.IsUnknown
            ? [Undetermined(resource, one.IsUnknown ? one : other)]
            : [Fail(resource, other.Path, $"{one.Path} and {other.Path} are both given")];
    }

    /// <summary>A property that must be given; what it is may be unknown.</summary>
    protected IEnumerable<Finding> Given(ResourceNode resource, PropertyValue value, string when) =>
        Asked(resource, value).IsAbsent ? [Fail(resource, value.Path, $"{value.Path} is not set, {when}")] : [];

    /// <summary>A property that must not be given.</summary>
    protected IEnumerable<Finding> LeftOut(ResourceNode resource, PropertyValue value, string where) =>
        Expect(resource, value, _ => false, $"left out {where}", whenAbsent: true);

    /// <summary>A list that may not hold more.</summary>
    protected IEnumerable<Finding> AtMost(ResourceNode resource, PropertyValue list, int most)
    {
        if (list.IsUnknown) return [Undetermined(resource, list)];
        return list.Items.Count() is var count && count > most ? [Fail(resource, list.Path, $"{list.Path} holds {count}, not {most} at most")] : [];
    }

    /// <summary>What is found of each element of a list; one that is not known leaves it open.</summary>
    protected IEnumerable<Finding> Each(ResourceNode resource, PropertyValue list, Func<PropertyValue, IEnumerable<Finding>> check) => list.IsUnknown
        ? [Undetermined(resource, list)]
        : list.Items.SelectMany(item => item.IsUnknown ? [Undetermined(resource, item)] : check(item));

    /// <summary>What is found, if a value says that it applies.</summary>
    protected IEnumerable<Finding> If(ResourceNode resource, PropertyValue decides, Func<PropertyValue, bool> applies, IEnumerable<Finding> findings) =>
        Unless(resource, decides, value => !applies(value), findings);

    /// <summary>A text of a certain form; an empty one is one, too, unless the provider alone says it.</summary>
    protected IEnumerable<Finding> Matches(ResourceNode resource, PropertyValue value, Func<string, bool> holds, string expected) => ExpectAlways(
        resource, resource.IsComputed(value.TopLevel) ? value.AsAbsent() : value, text => holds(text.Text ?? ""), expected, whenAbsent: true);
}

namespace Infra.Policies;

/// <summary>One property of the world that must hold: pure, without configuration, state or input and output.</summary>
/// <param name="id">Kebab-case, frozen: waivers and dashboards refer to it.</param>
/// <param name="rank">How much a violation hurts.</param>
/// <param name="why">One sentence: what goes wrong otherwise.</param>
/// <param name="fix">What to do about it.</param>
/// <param name="anchors">Ids under which other tools know the same thing.</param>
public abstract class Rule(string id, Rank rank, string why, string fix, params IReadOnlyList<string> anchors)
{
    public string Id => id;
    public Rank Rank => rank;
    public Severity Severity => rank switch { Rank.Low => Severity.Info, Rank.Medium => Severity.Warning, _ => Severity.Error };
    public string Why => why;
    public string Fix => fix;
    public IReadOnlyList<string> Anchors => anchors;

    /// <summary>Ids of more general rules that need not speak of a finding with the same key on the same resource once this one does.</summary>
    public virtual IReadOnlyList<string> Supersedes => [];

    /// <summary>True of a rule that reads nothing that a program may learn only during the deployment.</summary>
    public virtual bool IsAlwaysDetermined => false;

    /// <summary>The type tokens it reads; a test looks each up in the provider's schema.</summary>
    public abstract IReadOnlyList<string> Types { get; }

    public abstract IEnumerable<Finding> Check(ResourceGraph graph);

    /// <param name="resource">What has to change.</param>
    /// <param name="property">Path of the property that is wrong; null for the resource as a whole.</param>
    /// <param name="message">The evidence; never a secret.</param>
    /// <param name="key">Tells findings of one rule on one resource apart for good: no index, no line.</param>
    protected Finding Fail(ResourceNode resource, string? property, string message, string? key = null) =>
        Make(resource, Verdict.Fail, property, message, key);

    protected Finding Undetermined(ResourceNode resource, PropertyValue value, string? key = null) =>
        Undetermined(resource, value.Path, $"{value.Path} is not known before the deployment", key);

    protected Finding Undetermined(ResourceNode resource, string property, string message, string? key = null) =>
        Make(resource, Verdict.Undetermined, property, message, key);

    /// <summary>What is found, unless a value exempts the resource; if that value is not known, it alone is what keeps a failure in doubt.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="decides">The value that may exempt it.</param>
    /// <param name="exempts">Asked also of an absent value.</param>
    /// <param name="findings">What there is to say if it is not exempt.</param>
    protected IEnumerable<Finding> Unless(
        ResourceNode resource, PropertyValue decides, Func<PropertyValue, bool> exempts, IEnumerable<Finding> findings)
    {
        if (!decides.IsUnknown) return exempts(decides) ? [] : findings;
        return findings.Any() ? [Undetermined(resource, decides)] : [];
    }

    private Finding Make(ResourceNode resource, Verdict verdict, string? property, string message, string? key) => new()
    {
        Rule = id,
        Severity = Severity,
        Verdict = verdict,
        Urn = resource.Urn,
        Property = property,
        Message = $"{resource.Name}: {message}",
        Fix = fix,
        Key = key ?? property ?? "",
        Fingerprint = Policies.Fingerprint.Of(id, resource.Urn, key ?? property ?? ""),
        Source = resource.Source,
    };
}

namespace Pulumi;

/// <summary>The unique name of a resource: <c>urn:pulumi:stack::project::type-chain::name</c>.</summary>
public readonly struct Urn(string value) : IEquatable<Urn>
{
    private readonly string _value = value;

    public static implicit operator string(Urn urn) => urn._value;

    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>The URN that a resource with this name, type and parent has.</summary>
    public static Output<string> Create(
        Input<string> name, Input<string> type, Resource? parent = null, Input<string>? parentUrn = null,
        Input<string>? project = null, Input<string>? stack = null)
    {
        if (parent is not null && parentUrn is not null)
            throw new ArgumentException("Only one of 'parent' and 'parentUrn' can be given.", nameof(parentUrn));

        var parentText = parent?.Urn ?? parentUrn?.ToOutput();
        var prefix = parentText is not null
            ? parentText.Apply(PrefixBelow)
            : Output.Tuple(
                    stack?.ToOutput() ?? Output.Create(Deployment.Required.Settings.Stack),
                    project?.ToOutput() ?? Output.Create(Deployment.Required.Settings.Project))
                .Apply(parts => $"urn:pulumi:{parts.Item1}::{parts.Item2}::");
        return Output.Tuple(prefix, type.ToOutput(), name.ToOutput()).Apply(parts => $"{parts.Item1}{parts.Item2}::{parts.Item3}");
    }

    public bool Equals(Urn other) => _value == other._value;

    public override bool Equals(object? obj) => obj is Urn other && Equals(other);

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value;

    // The name is what follows the third "::"; it may hold more of them.
    private static string PrefixBelow(string parentUrn)
    {
        var parts = parentUrn.Split("::", 4);
        return $"{parts[0]}::{parts[1]}::{parts[2]}$";
    }
}

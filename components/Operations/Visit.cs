namespace Infra.Components.Operations;

/// <summary>One request of a canary, and what its answer must be.</summary>
/// <param name="Name">For the log of a failed run.</param>
/// <param name="Url">Whole, with https.</param>
public sealed record Visit(string Name, string Url)
{
    public int Status { get; init; } = 200;

    /// <summary>A text that the answer must hold; null takes any answer.</summary>
    public string? Contains { get; init; }

    public int Milliseconds { get; init; } = 5000;

    internal IEnumerable<string> Check()
    {
        if (Name.Length == 0)
            yield return "a visit has no name.";
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
            yield return $"the visit {Name} goes to '{Url}'; expected is an address that begins with https://.";
        if (Status is < 100 or > 599)
            yield return $"the visit {Name} expects the status {Status}; allowed is 100 to 599.";
        if (Milliseconds is < 1 or > 50_000)
            yield return $"the visit {Name} may take {Milliseconds} ms; allowed is 1 to 50000, so that a run ends within its minute.";
    }
}

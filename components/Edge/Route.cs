using System.Collections.Immutable;

namespace Infra.Components.Edge;

/// <summary>What becomes of a request: it goes to targets, or the balancer itself answers it.</summary>
public abstract record Route
{
    private protected Route()
    {
    }

    public static Route To(string target) => Split(new Dictionary<string, int> { [target] = 1 });

    /// <param name="weights">By target key; 0 sends nothing there, which is how one takes a target out for maintenance.</param>
    /// <param name="stickySeconds">How long a user stays with the target that the first request went to; 0 decides each request anew.</param>
    public static Route Split(IReadOnlyDictionary<string, int> weights, int stickySeconds = 0) =>
        new Forward(weights.ToImmutableSortedDictionary(StringComparer.Ordinal), stickySeconds);

    /// <param name="status">200 to 299 or 400 to 599.</param>
    /// <param name="text">Plain text of at most 1,024 bytes.</param>
    public static Route Respond(int status, string text) => new FixedAnswer(status, text);

    /// <summary>What AWS would refuse; nothing if it is fine.</summary>
    public abstract IEnumerable<string> Check(IReadOnlyCollection<string> targetKeys);
}

/// <summary>Limits: ELB user guide, actions for listener rules, read 2026-11.</summary>
public sealed record Forward(ImmutableSortedDictionary<string, int> Weights, int StickySeconds) : Route
{
    private const int LargestWeight = 999;
    private const int MostTargets = 5;
    private const int LongestStickySeconds = 7 * 24 * 3600;

    public override IEnumerable<string> Check(IReadOnlyCollection<string> targetKeys)
    {
        if (Weights.Count is 0 or > MostTargets)
            yield return $"it names {Weights.Count} targets; allowed is 1 to {MostTargets}.";
        foreach (var key in Weights.Keys.Where(key => !targetKeys.Contains(key)))
            yield return $"it names the target '{key}', which does not exist; there are: {string.Join(", ", targetKeys.Order(StringComparer.Ordinal))}.";
        foreach (var (key, weight) in Weights.Where(entry => entry.Value is < 0 or > LargestWeight))
            yield return $"the weight of '{key}' is {weight}; allowed is 0 to {LargestWeight}.";
        if (Weights.Count > 0 && Weights.Values.All(weight => weight == 0))
            yield return "all weights are 0, so nobody would be served. To close for maintenance, respond with 503 in a rule of a lower number.";
        if (StickySeconds is < 0 or > LongestStickySeconds)
            yield return $"it is sticky for {StickySeconds} s; allowed is 0 to {LongestStickySeconds}.";
    }
}

/// <summary>Limits: ELB user guide, actions for listener rules, read 2026-11.</summary>
public sealed record FixedAnswer(int Status, string Text) : Route
{
    private const int LongestText = 1024;

    public override IEnumerable<string> Check(IReadOnlyCollection<string> targetKeys)
    {
        if (Status is not ((>= 200 and < 300) or (>= 400 and < 600)))
            yield return $"it answers with {Status}; allowed is 200 to 299 and 400 to 599.";
        if (Text.Length > LongestText)
            yield return $"its text has {Text.Length} characters; allowed are {LongestText}.";
    }
}

using Pulumi.Aws.Route53;
using Pulumi.Aws.Route53.Inputs;

namespace Infra.Components.Dns;

/// <summary>
/// How a name is answered. A group has exactly one routing, so policies cannot be mixed; its answers have keys, so identifiers
/// cannot repeat. A key names records: it is frozen.
/// </summary>
public abstract record DnsRouting
{
    private protected DnsRouting()
    {
    }

    internal abstract IReadOnlyList<RoutedAnswer> Answers { get; }

    /// <summary>What is wrong with the policy; the answers are checked apart from it.</summary>
    internal virtual IEnumerable<string> Check() => [];

    private protected static IReadOnlyList<RoutedAnswer> ByKey<T>(IReadOnlyDictionary<string, T> answers, Func<string, T, RoutedAnswer> route) =>
        [.. answers.OrderBy(answer => answer.Key, StringComparer.Ordinal).Select(answer => route(answer.Key, answer.Value))];

    private protected static IEnumerable<string> CheckKeys(IEnumerable<string> keys) =>
        keys.Where(key => !Naming.IsWord(key)).Order(StringComparer.Ordinal)
            .Select(key => $"The key '{key}' is no name; expected are lower-case words joined by hyphens.");
}

/// <param name="Key">The set identifier, and a part of the record's name in the program.</param>
/// <param name="Answer">What is answered.</param>
/// <param name="WritePolicy">Writes when it is answered.</param>
internal sealed record RoutedAnswer(string Key, Answer Answer, Action<RecordArgs> WritePolicy);

/// <summary>Always the same answer.</summary>
public sealed record SimpleRouting(Answer Answer) : DnsRouting
{
    internal override IReadOnlyList<RoutedAnswer> Answers => [new("", Answer, _ => { })];
}

/// <summary>All answers that are healthy, up to eight of them: a client tries another when one fails.</summary>
public sealed record MultivalueRouting(IReadOnlyDictionary<string, AddressAnswer> Addresses) : DnsRouting
{
    internal override IReadOnlyList<RoutedAnswer> Answers =>
        ByKey(Addresses, (key, answer) => new(key, answer, record => record.MultivalueAnswerRoutingPolicy = true));

    internal override IEnumerable<string> Check()
    {
        foreach (var problem in CheckKeys(Addresses.Keys)) yield return problem;
        if (Addresses.Count < 2) yield return $"Multivalue routing has {Addresses.Count} answer(s); expected are at least 2.";
        foreach (var (key, answer) in Addresses.OrderBy(answer => answer.Key, StringComparer.Ordinal))
            if (answer.Addresses.Count > 1)
                yield return $"Answer '{key}' has {answer.Addresses.Count} addresses; with multivalue routing each address is an answer of its own, "
                    + "or one that fails takes the others with it.";
    }
}

/// <summary>The answer of the region that the user reaches fastest, one for each.</summary>
public sealed record LatencyRouting(IReadOnlyDictionary<string, Answer> ByRegion) : DnsRouting
{
    internal override IReadOnlyList<RoutedAnswer> Answers => ByKey(ByRegion, (region, answer) =>
        new(region, answer, record => record.LatencyRoutingPolicies = new RecordLatencyRoutingPolicyArgs { Region = region }));

    internal override IEnumerable<string> Check()
    {
        if (ByRegion.Count == 0) yield return "Latency routing has no answer; expected is one for each region.";
        foreach (var (region, answer) in ByRegion.OrderBy(answer => answer.Key, StringComparer.Ordinal))
        {
            if (!Location.IsRegion(region)) yield return $"'{region}' is no region; expected is a name such as eu-central-1.";
            if (answer is AddressAnswer { Addresses.Count: > 1 } addresses)
                yield return $"Answer '{region}' has {addresses.Addresses.Count} addresses; latency routing takes one for each region.";
        }
    }
}

/// <param name="Weight">0 to 255: its share among all weights of the group. 0 is never answered while another is healthy.</param>
/// <param name="Answer">What is answered.</param>
public sealed record WeightedAnswer(int Weight, Answer Answer);

/// <summary>Shares of the traffic.</summary>
public sealed record WeightedRouting(IReadOnlyDictionary<string, WeightedAnswer> Shares) : DnsRouting
{
    /// <summary>Weighted records of one name and type (Route 53 quotas, read 2026-11).</summary>
    private const int MaximumAnswers = 100;

    internal override IReadOnlyList<RoutedAnswer> Answers => ByKey(Shares, (key, share) => new(key, share.Answer,
        record => record.WeightedRoutingPolicies = new RecordWeightedRoutingPolicyArgs { Weight = share.Weight }));

    internal override IEnumerable<string> Check()
    {
        foreach (var problem in CheckKeys(Shares.Keys)) yield return problem;
        if (Shares.Count is 0 or > MaximumAnswers) yield return $"Weighted routing has {Shares.Count} answers; allowed are 1 to {MaximumAnswers}.";
        foreach (var (key, share) in Shares.Where(share => share.Value.Weight is < 0 or > 255).OrderBy(share => share.Key, StringComparer.Ordinal))
            yield return $"Answer '{key}' has the weight {share.Weight}; allowed is 0 to 255.";
        if (Shares.Count > 0 && Shares.Values.All(share => share.Weight == 0))
            yield return "Every weight is 0, which Route 53 takes for equal shares; give at least one answer a weight.";
    }
}

using System.Text.RegularExpressions;
using Infra.Facts;

namespace Infra.Components.Edge;

/// <summary>What tells the senders of requests apart.</summary>
public enum RateSource
{
    /// <summary>The address that connects.</summary>
    Connection,

    /// <summary>
    /// What <c>X-Forwarded-For</c> says as a whole: for balancers behind a distribution, where the addresses that connect are a few of CloudFront's,
    /// who ask for everybody. A sender that varies the header is not held up here, but before the distribution; taking the first address of the
    /// header instead would let anybody have another one stopped.
    /// </summary>
    ForwardedFor,
}

/// <summary>How many requests one sender may send.</summary>
public sealed record RateLimit
{
    /// <summary>10 to 2,000,000,000 within the window.</summary>
    public required int Requests { get; init; }

    /// <summary>60, 120, 300 or 600.</summary>
    public int WindowSeconds { get; init; } = 300;

    public RuleMode Mode { get; init; } = RuleMode.Block;

    public RateSource Source { get; init; } = RateSource.Connection;

    internal IEnumerable<string> Check()
    {
        if (Requests is < RateBasedRules.LeastRequests or > RateBasedRules.MostRequests)
            yield return $"RateLimit.Requests is {Requests}; allowed is {RateBasedRules.LeastRequests} to {RateBasedRules.MostRequests}.";
        if (!RateBasedRules.WindowSeconds.Contains(WindowSeconds))
            yield return $"RateLimit.WindowSeconds is {WindowSeconds}; allowed is {RateBasedRules.Windows}.";
    }
}

/// <summary>Which countries may ask, by two capital letters (ISO 3166-1).</summary>
public sealed partial record Countries
{
    private Countries(IReadOnlyList<string> codes, bool isAllowed) => (Codes, IsAllowed) = (codes, isAllowed);

    public static Countries All { get; } = new([], isAllowed: false);

    internal IReadOnlyList<string> Codes { get; }

    internal bool IsAllowed { get; }

    public static Countries AllBut(params IReadOnlyList<string> codes) => new(codes, isAllowed: false);

    public static Countries Only(params IReadOnlyList<string> codes) => new(codes, isAllowed: true);

    internal IEnumerable<string> Check()
    {
        if (IsAllowed && Codes.Count == 0) yield return "No country is allowed; name at least one, or use Countries.All.";
        foreach (var code in Codes.Where(code => !TwoLetters().IsMatch(code)))
            yield return $"'{code}' is no country; expected are two capital letters, such as DE.";
        foreach (var code in Codes.GroupBy(code => code).Where(group => group.Count() > 1))
            yield return $"The country {code.Key} is named {code.Count()} times.";
    }

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex TwoLetters();
}

/// <summary>What a firewall stands before.</summary>
public abstract record FirewallPlace
{
    private protected FirewallPlace()
    {
    }
}

/// <summary>CloudFront distributions, which name the firewall themselves: AWS knows no association for them.</summary>
public sealed record BeforeDistributions : FirewallPlace;

/// <summary>Application load balancers by a frozen key. Those of layer 4 have no requests to look at.</summary>
public sealed record BeforeBalancers(IReadOnlyDictionary<string, LoadBalancer> Balancers) : FirewallPlace;

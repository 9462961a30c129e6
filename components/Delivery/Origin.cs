using Infra.Components.Dns;
using Infra.Components.Edge;
using Pulumi;

namespace Infra.Components.Delivery;

/// <summary>Where a distribution gets from what it does not hold. Limits: CloudFront API reference, Origin, read 2026-11.</summary>
public abstract record Origin
{
    private protected Origin(string key) => Key = key;

    /// <summary>Names the origin within the distribution; frozen.</summary>
    public string Key { get; }

    internal abstract IReadOnlyList<SingleOrigin> Members { get; }

    internal virtual IEnumerable<string> Check()
    {
        if (!Naming.IsWord(Key)) yield return $"The origin '{Key}' has a key that is no name; expected are lower-case words joined by hyphens.";
    }
}

/// <summary>One place, not a group.</summary>
public abstract record SingleOrigin : Origin
{
    private protected SingleOrigin(string key)
        : base(key)
    {
    }

    internal override IReadOnlyList<SingleOrigin> Members => [this];
}

/// <summary>
/// A load balancer on the internet, asked over TLS by a name that its certificate holds. Each request carries a secret: a balancer that
/// answers nobody else is reached through this distribution only, not through somebody else's.
/// </summary>
public sealed record PullOrigin(string Key, DomainName Host, Input<string> Secret) : SingleOrigin(Key)
{
    /// <summary>The header that the balancer looks for.</summary>
    public const string SecretHeader = "X-Origin-Secret";

    private const int LongestAnswer = 120;

    /// <summary>
    /// How long an answer may take to begin, up to 120; longer than the balancer waits for a machine. Who gives up first knows least: a
    /// distribution asks again, the balancer tells its log, the machine knows why.
    /// </summary>
    public int AnswerSeconds { get; init; } = LoadBalancer.IdleSeconds + 5;

    internal override IEnumerable<string> Check()
    {
        foreach (var problem in base.Check()) yield return problem;
        if (Host.IsWildcard) yield return $"The origin '{Key}' is {Host}; expected is the name of one host.";
        if (AnswerSeconds is <= LoadBalancer.IdleSeconds or > LongestAnswer)
            yield return $"The origin '{Key}' has AnswerSeconds of {AnswerSeconds}; expected is more than the {LoadBalancer.IdleSeconds} s after which "
                + $"the load balancer itself gives up, and {LongestAnswer} at most.";
    }
}

/// <summary>An internal load balancer, which CloudFront reaches inside the network (VPC origin): the internet cannot.</summary>
public sealed record PrivateOrigin(string Key, DomainName Host, Input<string> BalancerArn) : SingleOrigin(Key)
{
    internal override IEnumerable<string> Check()
    {
        foreach (var problem in base.Check()) yield return problem;
        if (Host.IsWildcard) yield return $"The origin '{Key}' is {Host}; expected is the name of one host.";
    }
}

/// <summary>Files in a private bucket, for which the distribution signs its requests (origin access control).</summary>
public sealed record PushOrigin(string Key, ContentBucket Bucket) : SingleOrigin(Key)
{
    /// <summary>
    /// A missing file is told as such (404), not as a forbidden one (403). Only for behaviours that never ask for the bucket itself:
    /// it would list its files.
    /// </summary>
    public bool TellsMissingFiles { get; init; }
}

/// <summary>Two origins: the second is asked when the first is broken, with requests that change nothing.</summary>
public sealed record FailoverOrigin(string Key, SingleOrigin Primary, SingleOrigin Secondary) : Origin(Key)
{
    internal static IReadOnlyList<int> BrokenStatus { get; } = [500, 502, 503, 504];

    internal override IReadOnlyList<SingleOrigin> Members => [Primary, Secondary];

    internal override IEnumerable<string> Check()
    {
        foreach (var problem in base.Check()) yield return problem;
        if (Primary.Key == Secondary.Key) yield return $"The origin '{Key}' fails over from '{Primary.Key}' to itself; expected are two different ones.";
    }
}

using Pulumi.Aws.Route53.Inputs;

namespace Infra.Components.Dns;

/// <summary>One answer while it is healthy, the other when it is not (active-passive).</summary>
public sealed record FailoverRouting : DnsRouting
{
    private readonly Answer _primary;
    private readonly Answer? _standby;
    private readonly bool _isHot;

    private FailoverRouting(Answer primary, Answer? standby, bool isHot) => (_primary, _standby, _isHot) = (primary, standby, isHot);

    internal override IReadOnlyList<RoutedAnswer> Answers => _standby is null
        ? [Half("primary", "PRIMARY", _primary)]
        : [Half("primary", "PRIMARY", _primary), Half("secondary", "SECONDARY", _standby)];

    /// <summary>The standby runs, and is watched as the primary is: while both are down, Route 53 answers with the primary.</summary>
    public static FailoverRouting ToHotStandby(Answer primary, Answer standby) => new(primary, standby, isHot: true);

    /// <summary>The standby is what is left when all else fails, such as a page that says so: nothing watches it.</summary>
    public static FailoverRouting ToColdStandby(Answer primary, Answer standby) => new(primary, standby, isHot: false);

    /// <summary>For now: a standby that comes later stands beside the primary and changes nothing about it.</summary>
    public static FailoverRouting WithoutStandby(Answer primary) => new(primary, null, isHot: false);

    internal override IEnumerable<string> Check()
    {
        if (!_primary.IsWatched)
            yield return "Nothing watches the primary answer, so Route 53 would never fail over; give it a HealthCheckId, or an alias of a load balancer.";
        if (_isHot && _standby is { IsWatched: false })
            yield return "Nothing watches the hot standby; give it a HealthCheckId or an alias of a load balancer, or call it cold.";
    }

    private static RoutedAnswer Half(string key, string type, Answer answer) =>
        new(key, answer, record => record.FailoverRoutingPolicies = new RecordFailoverRoutingPolicyArgs { Type = type });
}

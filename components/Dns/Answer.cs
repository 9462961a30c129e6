using System.Net.Sockets;
using Infra.Components.Edge;
using Pulumi;
using Pulumi.Aws.Route53;
using Pulumi.Aws.Route53.Inputs;

namespace Infra.Components.Dns;

/// <summary>One of the things that a routing group may answer with.</summary>
public abstract record Answer
{
    private protected Answer()
    {
    }

    /// <summary>The answer is given only while this check passes.</summary>
    public Input<string>? HealthCheckId { get; init; }

    /// <summary>The record types that it makes.</summary>
    internal abstract IReadOnlyList<string> Types { get; }

    /// <summary>Whether Route 53 notices when what it points to is down.</summary>
    internal virtual bool IsWatched => HealthCheckId is not null;

    internal abstract void WriteTo(RecordArgs record, int ttlSeconds);

    /// <summary>What is wrong with it, as the rest of a sentence about the answer.</summary>
    internal virtual IEnumerable<string> Check() => [];
}

/// <summary>The addresses of something in AWS, looked up by Route 53 itself: no time to live, no charge, allowed at a zone's own name.</summary>
public sealed record AliasAnswer : Answer
{
    private readonly Input<string> _name;
    private readonly Input<string> _zoneId;
    private readonly bool _evaluatesTargets;

    private AliasAnswer(Input<string> name, Input<string> zoneId, bool evaluatesTargets) =>
        (_name, _zoneId, _evaluatesTargets) = (name, zoneId, evaluatesTargets);

    /// <summary>Whether the target has IPv6 addresses too, which then get a record of their own.</summary>
    public required bool HasIpv6 { get; init; }

    internal override IReadOnlyList<string> Types => HasIpv6 ? ["A", "AAAA"] : ["A"];

    internal override bool IsWatched => _evaluatesTargets || base.IsWatched;

    /// <summary>A load balancer, given while each of its target groups that has machines has one that is fit.</summary>
    public static AliasAnswer To(LoadBalancer balancer) => ToBalancer(balancer.DnsName, balancer.ZoneId);

    /// <summary>
    /// A load balancer, given while a check passes, whatever its targets say. For one with a target that does not serve yet: Route 53 takes a
    /// balancer for ill as soon as one of its target groups has machines and none of them is fit.
    /// </summary>
    public static AliasAnswer WhileHealthy(LoadBalancer balancer, Input<string> healthCheckId) =>
        new(balancer.DnsName, balancer.ZoneId, evaluatesTargets: false) { HasIpv6 = false, HealthCheckId = healthCheckId };

    /// <param name="dnsName">Of a load balancer.</param>
    /// <param name="zoneId">The hosted zone of that name: the load balancer's, not one's own.</param>
    public static AliasAnswer ToBalancer(Input<string> dnsName, Input<string> zoneId) => new(dnsName, zoneId, evaluatesTargets: true) { HasIpv6 = false };

    /// <summary>A CloudFront distribution. Route 53 cannot evaluate its health, so only a health check takes it away.</summary>
    public static AliasAnswer ToDistribution(Input<string> domainName, Input<string> zoneId) =>
        new(domainName, zoneId, evaluatesTargets: false) { HasIpv6 = true };

    internal override void WriteTo(RecordArgs record, int ttlSeconds) =>
        record.Aliases = new RecordAliasArgs { Name = _name, ZoneId = _zoneId, EvaluateTargetHealth = _evaluatesTargets };
}

/// <summary>IPv4 addresses.</summary>
public sealed record AddressAnswer(params IReadOnlyList<string> Addresses) : Answer
{
    internal override IReadOnlyList<string> Types => ["A"];

    internal override void WriteTo(RecordArgs record, int ttlSeconds)
    {
        record.Ttl = ttlSeconds;
        record.Records = Addresses.ToList();
    }

    internal override IEnumerable<string> Check()
    {
        if (Addresses.Count == 0) yield return "has no address; expected is at least one.";
        foreach (var address in Addresses.Where(address => !DnsRecord.IsAddress(address, AddressFamily.InterNetwork)))
            yield return $"names '{address}', which is no IPv4 address.";
    }
}

/// <summary>Another name, such as the endpoint of a database replica.</summary>
public sealed record NameAnswer(Input<string> Target) : Answer
{
    internal override IReadOnlyList<string> Types => ["CNAME"];

    internal override void WriteTo(RecordArgs record, int ttlSeconds)
    {
        record.Ttl = ttlSeconds;
        record.Records = Target;
    }
}

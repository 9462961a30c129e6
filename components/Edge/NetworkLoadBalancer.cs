using System.Collections.Immutable;
using Infra.Components.Networking;
using Infra.Components.Operations;
using Infra.Components.Storage;
using Pulumi;
using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;
using AwsLoadBalancer = Pulumi.Aws.LB.LoadBalancer;

namespace Infra.Components.Edge;

public sealed record NetworkLoadBalancerArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required Input<string> VpcId { get; init; }

    /// <summary>One per zone: public ones on the internet, app subnets inside.</summary>
    public required IReadOnlyList<ZoneSubnet> Subnets { get; init; }

    /// <summary>From the start: a network load balancer that is made without one can never get one.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    public required BalancerScope Scope { get; init; }

    /// <summary>By frozen keys; the order is of no matter.</summary>
    public required IReadOnlyList<NetworkListener> Listeners { get; init; }

    public required bool DeletionProtection { get; init; }

    public required int AccessLogDays { get; init; }
}

/// <summary>A network load balancer: it spreads connections, not requests, and can end TLS.</summary>
public sealed class NetworkLoadBalancer : ComponentResource, IObserved
{
    private readonly string _name;
    private readonly ImmutableDictionary<string, BalancedTarget> _targets;

    public NetworkLoadBalancer(string name, NetworkLoadBalancerArgs args, ComponentResourceOptions? options = null)
        : base("infra:edge:NetworkLoadBalancer", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var logs = BalancerLogs.Create(
            name, args.Naming, args.Location, args.AccessLogDays, args.DeletionProtection, BalancerLogs.OfNetworkBalancers, this);
        var balancer = CreateBalancer(name, args, logs, child);
        var groups = args.Listeners.ToDictionary(listener => listener.Key, listener => CreateTargetGroup(name, args, listener, child));
        foreach (var listener in args.Listeners)
            CreateListener(name, args, listener, balancer, groups[listener.Key], child);

        _name = name;
        _targets = groups.ToImmutableDictionary(
            group => group.Key, group => new BalancedTarget(this, group.Value.Arn, group.Value.ArnSuffix, RequestLabel: null));
        Arn = balancer.Arn;
        ArnSuffix = balancer.ArnSuffix;
        DnsName = balancer.DnsName;
        ZoneId = balancer.ZoneId;
        Telemetry = BalancerTelemetry.OfNetworkBalancer(name, args.Location.Region, balancer.ArnSuffix, _targets);
        RegisterOutputs();
    }

    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>The dimension of its metrics.</summary>
    [Output("arnSuffix")]
    public Output<string> ArnSuffix { get; }

    [Output("dnsName")]
    public Output<string> DnsName { get; }

    /// <summary>The hosted zone of <see cref="DnsName"/>, which alias records need.</summary>
    [Output("zoneId")]
    public Output<string> ZoneId { get; }

    public Telemetry Telemetry { get; }

    /// <exception cref="RunException">There is no listener of that key.</exception>
    public BalancedTarget TargetOf(string listener) => _targets.TryGetValue(listener, out var target)
        ? target
        : throw new RunException($"NetworkLoadBalancer '{_name}' has no listener '{listener}'; there are: "
            + $"{string.Join(", ", _targets.Keys.Order(StringComparer.Ordinal))}.");

    private static Problems Check(string name, NetworkLoadBalancerArgs args) => new Problems("NetworkLoadBalancer", name)
        .Add(CloudName.LoadBalancer.Check(name))
        .Add(args.Listeners.SelectMany(listener => CloudName.TargetGroup.Check($"{name}-{listener.Key}")))
        .Add(ZoneSubnet.Check(args.Subnets, Listening.SubnetsOf(args.Scope)))
        .Unless(args.Listeners.Count > 0, "It has no listener; expected is at least one.")
        .Add(args.Listeners.SelectMany(listener => listener.Check()))
        .Add(args.Listeners.GroupBy(listener => listener.Key).Where(group => group.Count() > 1)
            .Select(group => $"Listener '{group.Key}' is given {group.Count()} times."))
        .Add(args.Listeners.GroupBy(listener => listener.Port).Where(group => group.Count() > 1)
            .Select(group => $"Port {group.Key} has {group.Count()} listeners; allowed is one."))
        .Add(BalancerLogs.Check(name, args.AccessLogDays));

    private static AwsLoadBalancer CreateBalancer(
        string name, NetworkLoadBalancerArgs args, LogBucket logs, CustomResourceOptions child) =>
        new(name, new Pulumi.Aws.LB.LoadBalancerArgs
        {
            Region = args.Location.Region,
            LoadBalancerType = "network",
            Internal = args.Scope is BalancerScope.Inside,
            Subnets = args.Subnets.Select(subnet => subnet.Id).ToList(),
            SecurityGroups = args.SecurityGroupId,
            EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic = "on",
            // Else a zone whose machines are gone would still get its share of connections.
            EnableCrossZoneLoadBalancing = true,
            EnableZonalShift = true,
            EnableDeletionProtection = args.DeletionProtection,
            AccessLogs = new LoadBalancerAccessLogsArgs { Enabled = true, Bucket = logs.BucketName },
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = (Resource[])[logs, .. ZoneSubnet.WaysOutOf(args.Subnets)] }));

    private static TargetGroup CreateTargetGroup(
        string name, NetworkLoadBalancerArgs args, NetworkListener listener, CustomResourceOptions child) =>
        new($"{name}-{listener.Key}", new TargetGroupArgs
        {
            Region = args.Location.Region,
            VpcId = args.VpcId,
            TargetType = "instance",
            Protocol = "TCP",
            Port = listener.TargetPort,
            DeregistrationDelay = listener.DrainSeconds,
            ConnectionTermination = true,
            Stickiness = new TargetGroupStickinessArgs { Enabled = listener.IsStickyBySource, Type = "source_ip" },
            HealthCheck = listener.HealthCheck is { } check ? TargetHealth.OverHttp(check) : TargetHealth.OverTcp,
            Tags = args.Naming.Tags($"{name}-{listener.Key}"),
        }, child);

    private static void CreateListener(
        string name, NetworkLoadBalancerArgs args, NetworkListener listener, AwsLoadBalancer balancer, TargetGroup group,
        CustomResourceOptions child) =>
        _ = new Listener($"{name}-{listener.Key}", new ListenerArgs
        {
            Region = args.Location.Region,
            LoadBalancerArn = balancer.Arn,
            Protocol = listener.CertificateArn is null ? "TCP" : "TLS",
            Port = listener.Port,
            SslPolicy = listener.CertificateArn is null ? null : (Input<string>)LoadBalancer.TlsPolicy,
            CertificateArn = listener.CertificateArn,
            DefaultActions = new ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = group.Arn },
            Tags = args.Naming.Tags($"{name}-{listener.Key}"),
        }, child);
}

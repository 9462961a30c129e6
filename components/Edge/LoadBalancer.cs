using System.Collections.Immutable;
using Infra.Components.Networking;
using Infra.Components.Operations;
using Infra.Components.Storage;
using Pulumi;
using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;
using AwsLoadBalancer = Pulumi.Aws.LB.LoadBalancer;

namespace Infra.Components.Edge;

public sealed record LoadBalancerArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required Input<string> VpcId { get; init; }

    /// <summary>One per zone: public ones on the internet, app subnets inside.</summary>
    public required IReadOnlyList<ZoneSubnet> Subnets { get; init; }

    public required Input<string> SecurityGroupId { get; init; }

    public required Listening Listening { get; init; }

    /// <summary>By frozen keys; the order is of no matter.</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    public required Routing Routing { get; init; }

    public required bool DeletionProtection { get; init; }

    public required int AccessLogDays { get; init; }
}

/// <summary>An application load balancer: it reads requests, sends each to the target its rules name, and logs every one.</summary>
public sealed class LoadBalancer : ComponentResource, IObserved
{
    /// <summary>TLS 1.2 and 1.3 with post-quantum key exchange; what AWS recommends (ELB user guide, read 2026-11).</summary>
    public const string TlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

    /// <summary>How long a connection may say nothing. Who serves must keep theirs open longer, and answer sooner.</summary>
    public const int IdleSeconds = 60;

    private readonly string _name;
    private readonly ImmutableDictionary<string, BalancedTarget> _targets;

    public LoadBalancer(string name, LoadBalancerArgs args, ComponentResourceOptions? options = null)
        : base("infra:edge:LoadBalancer", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var logs = BalancerLogs.Create(
            name, args.Naming, args.Location, args.AccessLogDays, args.DeletionProtection, BalancerLogs.OfApplicationBalancers, this);
        var balancer = CreateBalancer(name, args, logs, child);
        var groups = args.Targets.ToDictionary(target => target.Key, target => CreateTargetGroup(name, args, target, child));
        var listener = CreateListeners(name, args, balancer, groups, child);
        foreach (var rule in args.Routing.Rules)
            CreateRule(name, args, rule, listener, groups, child);

        _name = name;
        _targets = groups.ToImmutableDictionary(group => group.Key, group => BalancedBy(balancer, group.Value));
        Arn = balancer.Arn;
        ArnSuffix = balancer.ArnSuffix;
        DnsName = balancer.DnsName;
        ZoneId = balancer.ZoneId;
        Telemetry = BalancerTelemetry.OfApplicationBalancer(name, args.Location.Region, balancer.ArnSuffix, _targets);
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

    /// <exception cref="RunException">There is no target of that key.</exception>
    public BalancedTarget TargetOf(string key) => _targets.TryGetValue(key, out var target)
        ? target
        : throw new RunException($"LoadBalancer '{_name}' has no target '{key}'; there are: "
            + $"{string.Join(", ", _targets.Keys.Order(StringComparer.Ordinal))}.");

    private static Problems Check(string name, LoadBalancerArgs args) => new Problems("LoadBalancer", name)
        .Add(CloudName.LoadBalancer.Check(name))
        .Add(args.Targets.SelectMany(target => CloudName.TargetGroup.Check($"{name}-{target.Key}")))
        .Add(ZoneSubnet.Check(args.Subnets, Listening.SubnetsOf(args.Listening.Scope)))
        .Add(args.Targets.GroupBy(target => target.Key).Where(group => group.Count() > 1)
            .Select(group => $"Target '{group.Key}' is given {group.Count()} times."))
        .Add(args.Targets.SelectMany(target => target.Check()))
        .Add(args.Routing.Check([.. args.Targets.Select(target => target.Key).Distinct()]))
        .Add(BalancerLogs.Check(name, args.AccessLogDays));

    private static AwsLoadBalancer CreateBalancer(string name, LoadBalancerArgs args, LogBucket logs, CustomResourceOptions child) =>
        new(name, new Pulumi.Aws.LB.LoadBalancerArgs
        {
            Region = args.Location.Region,
            LoadBalancerType = "application",
            Internal = args.Listening.Scope is BalancerScope.Inside,
            Subnets = args.Subnets.Select(subnet => subnet.Id).ToList(),
            SecurityGroups = args.SecurityGroupId,
            EnableDeletionProtection = args.DeletionProtection,
            EnableZonalShift = true,
            IdleTimeout = IdleSeconds,
            DropInvalidHeaderFields = true,
            DesyncMitigationMode = "defensive",
            AccessLogs = new LoadBalancerAccessLogsArgs { Enabled = true, Bucket = logs.BucketName },
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = (Resource[])[logs, .. ZoneSubnet.WaysOutOf(args.Subnets)] }));

    private static TargetGroup CreateTargetGroup(string name, LoadBalancerArgs args, Target target, CustomResourceOptions child) =>
        new($"{name}-{target.Key}", new TargetGroupArgs
        {
            Region = args.Location.Region,
            VpcId = args.VpcId,
            TargetType = "instance",
            Protocol = "HTTP",
            Port = Target.Port,
            DeregistrationDelay = target.DrainSeconds,
            LoadBalancingAlgorithmType = target.Algorithm.Key,
            LoadBalancingAnomalyMitigation = target.Algorithm == RoutingAlgorithm.WeightedRandom ? (Input<string>)"on" : null,
            SlowStart = target.SlowStartSeconds,
            Stickiness = new TargetGroupStickinessArgs
            {
                Enabled = target.Stickiness.IsEnabled,
                Type = target.Stickiness.Type,
                CookieDuration = target.Stickiness.IsEnabled ? target.Stickiness.Seconds : null,
                CookieName = target.Stickiness.Cookie is { } cookie ? (Input<string>)cookie : null,
            },
            HealthCheck = TargetHealth.OverHttp(target.HealthCheck),
            Tags = args.Naming.Tags($"{name}-{target.Key}"),
        }, child);

    private static Listener CreateListeners(
        string name, LoadBalancerArgs args, AwsLoadBalancer balancer, Dictionary<string, TargetGroup> groups, CustomResourceOptions child)
    {
        if (args.Listening.Redirects) RedirectPlain(name, args, balancer, child);
        return CreateTlsListener(name, args, balancer, RouteActions.OfListener(args.Routing.Default, groups), child);
    }

    private static void RedirectPlain(string name, LoadBalancerArgs args, AwsLoadBalancer balancer, CustomResourceOptions child) =>
        _ = new Listener($"{name}-http", new ListenerArgs
        {
            Region = args.Location.Region,
            LoadBalancerArn = balancer.Arn,
            Protocol = "HTTP",
            Port = 80,
            DefaultActions = RouteActions.ToHttps,
            Tags = args.Naming.Tags($"{name}-http"),
        }, child);

    private static Listener CreateTlsListener(
        string name, LoadBalancerArgs args, AwsLoadBalancer balancer, ListenerDefaultActionArgs action, CustomResourceOptions child) =>
        new($"{name}-https", new ListenerArgs
        {
            Region = args.Location.Region,
            LoadBalancerArn = balancer.Arn,
            Protocol = "HTTPS",
            Port = 443,
            SslPolicy = TlsPolicy,
            CertificateArn = args.Listening.CertificateArn,
            RoutingHttpResponseServerEnabled = false,
            RoutingHttpResponseStrictTransportSecurityHeaderValue = "max-age=31536000",
            DefaultActions = action,
            Tags = args.Naming.Tags($"{name}-https"),
        }, child);

    private static void CreateRule(
        string name, LoadBalancerArgs args, RoutingRule rule, Listener listener, Dictionary<string, TargetGroup> groups,
        CustomResourceOptions child) =>
        _ = new ListenerRule($"{name}-{rule.Key}", new ListenerRuleArgs
        {
            Region = args.Location.Region,
            ListenerArn = listener.Arn,
            Priority = rule.Priority,
            Conditions = RouteActions.ConditionsOf(rule).ToList(),
            Actions = RouteActions.OfRule(rule.Route, groups),
            Tags = args.Naming.Tags($"{name}-{rule.Key}"),
        }, child);

    private BalancedTarget BalancedBy(AwsLoadBalancer balancer, TargetGroup group) =>
        new(this, group.Arn, group.ArnSuffix, Output.Format($"{balancer.ArnSuffix}/{group.ArnSuffix}"));
}

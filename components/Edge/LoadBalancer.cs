using Infra.Components.Identity;
using Infra.Components.Networking;
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

    /// <summary>Public subnets, one per zone.</summary>
    public required IReadOnlyList<ZoneSubnet> Subnets { get; init; }

    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>Issued, and in the load balancer's region.</summary>
    public required Input<string> CertificateArn { get; init; }

    /// <summary>Who serves what no other rule takes.</summary>
    public required Target DefaultTarget { get; init; }

    public required bool DeletionProtection { get; init; }

    public required int AccessLogDays { get; init; }
}

/// <summary>An application load balancer on the internet: TLS only, port 80 redirects, every request logged.</summary>
public sealed class LoadBalancer : ComponentResource
{
    /// <summary>TLS 1.2 and 1.3 with post-quantum key exchange; what AWS recommends (ELB user guide, read 2026-11).</summary>
    public const string TlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

    /// <summary>How long a connection may say nothing. Who serves must keep theirs open longer, and answer sooner.</summary>
    public const int IdleSeconds = 60;

    public LoadBalancer(string name, LoadBalancerArgs args, ComponentResourceOptions? options = null)
        : base("infra:edge:LoadBalancer", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var logs = CreateLogs(name, args);
        var balancer = CreateBalancer(name, args, logs, child);
        var target = CreateTargetGroup(name, args, args.DefaultTarget, child);
        CreateRedirect(name, args, balancer, child);
        CreateListener(name, args, balancer, target, child);

        DnsName = balancer.DnsName;
        ZoneId = balancer.ZoneId;
        DefaultTargetGroupArn = target.Arn;
        RegisterOutputs();
    }

    [Output("dnsName")]
    public Output<string> DnsName { get; }

    /// <summary>The hosted zone of <see cref="DnsName"/>, which alias records need.</summary>
    [Output("zoneId")]
    public Output<string> ZoneId { get; }

    [Output("defaultTargetGroupArn")]
    public Output<string> DefaultTargetGroupArn { get; }

    private static Problems Check(string name, LoadBalancerArgs args) => new Problems("LoadBalancer", name)
        .Add(CloudName.LoadBalancer.Check(name))
        .Add(CloudName.TargetGroup.Check($"{name}-{args.DefaultTarget.Key}"))
        .Add(ZoneSubnet.Check(args.Subnets, SubnetTier.Public))
        .Add(args.DefaultTarget.Check())
        .Unless(args.AccessLogDays >= 1, $"AccessLogDays is {args.AccessLogDays}; expected is at least 1.");

    private LogBucket CreateLogs(string name, LoadBalancerArgs args) =>
        new($"{name}-logs", new LogBucketArgs
        {
            Naming = args.Naming,
            Location = args.Location,
            RetentionDays = args.AccessLogDays,
            DeletionProtection = args.DeletionProtection,
            Writer = bucketArn => LogWriter(bucketArn, args.Location),
        }, new() { Parent = this });

    private static PolicyStatement LogWriter(string bucketArn, Location location) => new()
    {
        Sid = "WriteAccessLogs",
        Principal = PolicyPrincipal.Service("logdelivery.elasticloadbalancing.amazonaws.com"),
        Action = ["s3:PutObject"],
        Resource = [$"{bucketArn}/AWSLogs/{location.AccountId}/*"],
        Condition = new() { ArnLike = new() { ["aws:SourceArn"] = location.Arn("elasticloadbalancing", "loadbalancer/*") } },
    };

    private static AwsLoadBalancer CreateBalancer(string name, LoadBalancerArgs args, LogBucket logs, CustomResourceOptions child) =>
        new(name, new Pulumi.Aws.LB.LoadBalancerArgs
        {
            Region = args.Location.Region,
            LoadBalancerType = "application",
            Internal = false,
            Subnets = args.Subnets.Select(subnet => subnet.Id).ToList(),
            SecurityGroups = args.SecurityGroupId,
            EnableDeletionProtection = args.DeletionProtection,
            IdleTimeout = IdleSeconds,
            DropInvalidHeaderFields = true,
            DesyncMitigationMode = "defensive",
            AccessLogs = new LoadBalancerAccessLogsArgs { Enabled = true, Bucket = logs.BucketName },
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { logs } }));

    private static TargetGroup CreateTargetGroup(string name, LoadBalancerArgs args, Target target, CustomResourceOptions child) =>
        new($"{name}-{target.Key}", new TargetGroupArgs
        {
            Region = args.Location.Region,
            VpcId = args.VpcId,
            TargetType = "instance",
            Protocol = "HTTP",
            Port = Target.Port,
            DeregistrationDelay = target.DrainSeconds,
            HealthCheck = new TargetGroupHealthCheckArgs
            {
                Enabled = true,
                Protocol = "HTTP",
                Port = "traffic-port",
                Path = target.HealthCheck.Path,
                Matcher = target.HealthCheck.Matcher,
                Interval = target.HealthCheck.IntervalSeconds,
                Timeout = target.HealthCheck.TimeoutSeconds,
                HealthyThreshold = target.HealthCheck.HealthyCount,
                UnhealthyThreshold = target.HealthCheck.UnhealthyCount,
            },
            Tags = args.Naming.Tags($"{name}-{target.Key}"),
        }, child);

    private static void CreateRedirect(string name, LoadBalancerArgs args, AwsLoadBalancer balancer, CustomResourceOptions child) =>
        _ = new Listener($"{name}-http", new ListenerArgs
        {
            Region = args.Location.Region,
            LoadBalancerArn = balancer.Arn,
            Protocol = "HTTP",
            Port = 80,
            DefaultActions = new ListenerDefaultActionArgs
            {
                Type = "redirect",
                Redirect = new ListenerDefaultActionRedirectArgs { Protocol = "HTTPS", Port = "443", StatusCode = "HTTP_301" },
            },
            Tags = args.Naming.Tags($"{name}-http"),
        }, child);

    private static void CreateListener(
        string name, LoadBalancerArgs args, AwsLoadBalancer balancer, TargetGroup target, CustomResourceOptions child) =>
        _ = new Listener($"{name}-https", new ListenerArgs
        {
            Region = args.Location.Region,
            LoadBalancerArn = balancer.Arn,
            Protocol = "HTTPS",
            Port = 443,
            SslPolicy = TlsPolicy,
            CertificateArn = args.CertificateArn,
            RoutingHttpResponseServerEnabled = false,
            RoutingHttpResponseStrictTransportSecurityHeaderValue = "max-age=31536000",
            DefaultActions = new ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = target.Arn },
            Tags = args.Naming.Tags($"{name}-https"),
        }, child);
}

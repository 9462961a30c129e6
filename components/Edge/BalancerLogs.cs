using Infra.Components.Identity;
using Infra.Components.Storage;
using Pulumi;

namespace Infra.Components.Edge;

/// <summary>The buckets that load balancers log to. Who writes there differs by kind (ELB user guides, access logs, read 2026-11).</summary>
internal static class BalancerLogs
{
    public static string NameOf(string balancer) => $"{balancer}-logs";

    public static IEnumerable<string> Check(string balancer, int days)
    {
        foreach (var problem in CloudName.Bucket.Check(NameOf(balancer)))
            yield return problem;
        if (days < 1)
            yield return $"AccessLogDays is {days}; expected is at least 1.";
    }

    public static LogBucket Create(
        string balancer, Naming naming, Location location, int days, bool deletionProtection,
        Func<string, Location, IReadOnlyList<PolicyStatement>> writer, ComponentResource parent) =>
        new(NameOf(balancer), new LogBucketArgs
        {
            Naming = naming,
            Location = location,
            RetentionDays = days,
            DeletionProtection = deletionProtection,
            Writer = bucketArn => writer(bucketArn, location),
        }, new() { Parent = parent });

    public static IReadOnlyList<PolicyStatement> OfApplicationBalancers(string bucketArn, Location location) =>
    [
        new()
        {
            Sid = "WriteAccessLogs",
            Principal = PolicyPrincipal.Service("logdelivery.elasticloadbalancing.amazonaws.com"),
            Action = ["s3:PutObject"],
            Resource = [$"{bucketArn}/AWSLogs/{location.AccountId}/*"],
            Condition = new() { ArnLike = new() { ["aws:SourceArn"] = location.Arn("elasticloadbalancing", "loadbalancer/*") } },
        },
    ];

    public static IReadOnlyList<PolicyStatement> OfNetworkBalancers(string bucketArn, Location location) =>
    [
        new()
        {
            Sid = "CheckAccessLogs",
            Principal = PolicyPrincipal.Service("delivery.logs.amazonaws.com"),
            Action = ["s3:GetBucketAcl"],
            Resource = [bucketArn],
            Condition = OfLogDelivery(location),
        },
        new()
        {
            Sid = "WriteAccessLogs",
            Principal = PolicyPrincipal.Service("delivery.logs.amazonaws.com"),
            Action = ["s3:PutObject"],
            Resource = [$"{bucketArn}/AWSLogs/{location.AccountId}/*"],
            Condition = OfLogDelivery(location),
        },
    ];

    private static PolicyConditions OfLogDelivery(Location location) => new()
    {
        StringEquals = new() { ["aws:SourceAccount"] = location.AccountId },
        ArnLike = new() { ["aws:SourceArn"] = location.Arn("logs", "*") },
    };
}

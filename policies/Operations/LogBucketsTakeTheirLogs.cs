using Infra.Policies.Data;
using Infra.Policies.Identity;

namespace Infra.Policies.Operations;

public sealed class LogBucketsTakeTheirLogs() : Rule(
    "log-bucket-admits-writer",
    Rank.High,
    "A bucket that does not admit the service that writes the logs makes the deployment fail, or stays empty until the day of the incident.",
    "allow s3:PutObject to the writing service in the bucket's policy")
{
    // Who writes the logs of load balancers: ELB user guides, enabling access logs, read 2026-11. Those of trails and of the common delivery
    // service, and that AWS adds a policy that is missing altogether where the latter writes, were not looked up again.
    // AddsItself: whether AWS adds the policy where there is none.
    private static readonly (LogWriter Writer, bool AddsItself)[] Writers =
    [
        (LogWriter.Visits, AddsItself: false),
        (LogWriter.Connections, AddsItself: false),
        (LogWriter.Audit, AddsItself: false),
        (LogWriter.Traffic, AddsItself: true),
        (LogWriter.Deliveries, AddsItself: true),
    ];

    public override IReadOnlyList<string> Types { get; } =
        [.. Writers.SelectMany(each => each.Writer.Types).Distinct(), .. ResourceTypes.Bucket, .. ResourceTypes.BucketPolicy];

    public override IEnumerable<Finding> Check(ResourceGraph graph) =>
        from each in Writers
        from source in graph.OfType(each.Writer.Types)
        where each.Writer.IsOn(source) != Verdict.Fail
        from finding in Check(source, each.Writer, each.AddsItself, graph)
        select finding;

    private IEnumerable<Finding> Check(ResourceNode source, LogWriter writer, bool addsItself, ResourceGraph graph)
    {
        var named = graph.Resolve(source, source[writer.Property], ResourceTypes.Bucket);
        if (named.Target is not { } bucket)
            return source[writer.Property].IsUnknown && IsPerhapsABucket(source, writer, graph) ? [Undetermined(source, source[writer.Property])] : [];
        var policies = graph.PointingTo(bucket, ResourceTypes.Bucket, ResourceTypes.BucketPolicy, "bucket").ToList();
        if (policies.Count == 0 && addsItself) return [];
        if (policies.Exists(policy => PolicyStatement.Of(policy["policy"])?.Any(statement => Admits(statement, source)) is true)) return [];
        var unknown = policies.Select(policy => (Policy: policy, Value: policy["policy"].FirstUnknown())).FirstOrDefault(entry => entry.Value is not null);
        if (unknown.Value is { } value) return [Undetermined(unknown.Policy, value, source.Name)];
        string[] doubtful = writer.Switch is null ? ["loadBalancerType"] : [writer.Switch, "loadBalancerType"];
        return [doubtful.Select(property => source[property]).FirstOrDefault(value => value.IsUnknown) is { } doubt
            ? Undetermined(source, doubt)
            : Fail(bucket, null, $"{source.Name} writes its logs into it, and no policy admits {Names(source)[0]}", source.Name)];
    }

    // A flow log may go to a log group as well.
    private static bool IsPerhapsABucket(ResourceNode source, LogWriter writer, ResourceGraph graph) =>
        graph.Resolve(source, source[writer.Property]).State == ReferenceState.Unknown && source["logDestinationType"].Text is null or "s3";

    private static bool Admits(PolicyStatement statement, ResourceNode source) => statement.Allows("s3:PutObject")
        && statement.Principals.Any(principal => principal is ("AWS", "*") || (principal.Kind == "Service" && Names(source).Contains(principal.Name))
            || (IsApplicationBalancer(source) && principal.Kind == "AWS"));

    // The former writer of an application load balancer's log is an account of AWS, another one in each region; those opened since
    // December 2021 never had one (AWS provider documentation, elb getServiceAccount, read 2026-11).
    private static string[] Names(ResourceNode source) =>
        IsApplicationBalancer(source) ? ["logdelivery.elasticloadbalancing.amazonaws.com"]
        : ResourceTypes.Trail.Contains(source.Type) ? ["cloudtrail.amazonaws.com"]
        : ["delivery.logs.amazonaws.com"];

    private static bool IsApplicationBalancer(ResourceNode source) =>
        ResourceTypes.LoadBalancer.Contains(source.Type) && source["loadBalancerType"].Text is null or "application";
}

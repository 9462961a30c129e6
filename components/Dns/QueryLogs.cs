using Infra.Components.Identity;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Route53;
using AwsZone = Pulumi.Aws.Route53.Zone;

namespace Infra.Components.Dns;

/// <summary>
/// Who asked a public zone for what. Route 53 writes to groups of one region only, and only where a policy of CloudWatch Logs lets it
/// (Route 53 API reference, CreateQueryLoggingConfig, read 2026-11).
/// </summary>
internal static class QueryLogs
{
    public static void Create(string name, ZoneArgs args, AwsZone zone, PublicZone open, CustomResourceOptions child)
    {
        var place = args.Location.Global();
        var logsName = $"{name}-queries-{place.Region}";
        var group = new LogGroup(logsName, new LogGroupArgs
        {
            Region = place.Region,
            RetentionInDays = open.QueryLogDays,
            KmsKeyId = open.QueryLogKeyArn,
            Tags = args.Naming.Tags(logsName),
        }, child);
        var policy = new LogResourcePolicy(logsName, new LogResourcePolicyArgs
        {
            Region = place.Region,
            PolicyName = args.Naming.For(logsName),
            PolicyDocument = Output.Tuple(group.Arn, zone.Arn).Apply(arns => Writer(arns.Item1, arns.Item2, place).ToString()),
        }, child);
        _ = new QueryLog(logsName, new QueryLogArgs
        {
            ZoneId = zone.ZoneId,
            CloudwatchLogGroupArn = group.Arn,
            // Route 53 tries whether it may write when it is told to.
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { policy } }));
    }

    private static PolicyDocument Writer(string groupArn, string zoneArn, Location place) => new(new PolicyStatement
    {
        Sid = "WriteQueryLogs",
        Principal = PolicyPrincipal.Service("route53.amazonaws.com"),
        Action = ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource = [groupArn, $"{groupArn}:*"],
        Condition = new()
        {
            StringEquals = new() { ["aws:SourceAccount"] = place.AccountId },
            ArnLike = new() { ["aws:SourceArn"] = zoneArn },
        },
    });
}

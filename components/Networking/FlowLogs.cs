using Infra.Components.Identity;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Iam;

namespace Infra.Components.Networking;

public sealed record FlowLogsArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required Input<string> VpcId { get; init; }

    /// <summary>One of the retentions that CloudWatch Logs knows.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>Of a key for log groups; null leaves them to a key of AWS.</summary>
    public Input<string>? KeyArn { get; init; }
}

/// <summary>Records who talked to whom in a VPC, accepted or rejected, in a log group that only it writes to.</summary>
public sealed class FlowLogs : ComponentResource
{
    public FlowLogs(string name, FlowLogsArgs args, ComponentResourceOptions? options = null)
        : base("infra:network:FlowLogs", name, options)
    {
        new Problems("FlowLogs", name).Add(Check(name, args.RetentionDays)).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var group = CreateGroup(name, args, child);
        var role = CreateRole(name, args, child);
        var permission = Permit(name, args, role, group, child);
        CreateFlowLog(name, args, group, role, permission, child);

        LogGroupName = group.Name;
        RegisterOutputs();
    }

    [Output("logGroupName")]
    public Output<string> LogGroupName { get; }

    /// <summary>What keeps flow logs of this name from being built, for those who make them; nothing if they are fine.</summary>
    public static IEnumerable<string> Check(string name, int retentionDays)
    {
        foreach (var problem in LogRetention.Check("Flow logs", retentionDays).Concat(CloudName.Role.Check(name)))
            yield return problem;
    }

    private static LogGroup CreateGroup(string name, FlowLogsArgs args, CustomResourceOptions child) =>
        new(name, new LogGroupArgs
        {
            Region = args.Location.Region,
            RetentionInDays = args.RetentionDays,
            KmsKeyId = args.KeyArn,
            Tags = args.Naming.Tags(name),
        }, child);

    private static Role CreateRole(string name, FlowLogsArgs args, CustomResourceOptions child) =>
        new(name, new RoleArgs
        {
            Description = "Lets VPC flow logs write to their log group",
            // Without these conditions AWS would write for flow logs of other accounts, too (the confused deputy).
            AssumeRolePolicy = PolicyDocument.TrustOf("vpc-flow-logs.amazonaws.com", new()
            {
                StringEquals = new() { ["aws:SourceAccount"] = args.Location.AccountId },
                ArnLike = new() { ["aws:SourceArn"] = args.Location.Arn("ec2", "vpc-flow-log/*") },
            }).ToString(),
            Tags = args.Naming.Tags(name),
        }, child);

    private static RolePolicy Permit(string name, FlowLogsArgs args, Role role, LogGroup group, CustomResourceOptions child) =>
        new(name, new RolePolicyArgs
        {
            Role = role.Name,
            Policy = group.Arn.Apply(arn => WritePolicy(arn, args.Location).ToString()),
        }, child);

    private static PolicyDocument WritePolicy(string groupArn, Location location) => new(
        new PolicyStatement
        {
            Sid = "WriteFlowLogs",
            Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            Resource = [groupArn, $"{groupArn}:*"],
        },
        new PolicyStatement
        {
            Sid = "FindLogGroup",
            Action = ["logs:DescribeLogGroups"],
            Resource = [location.Arn("logs", "log-group:*")],
        });

    private static void CreateFlowLog(string name, FlowLogsArgs args, LogGroup group, Role role, RolePolicy permission, CustomResourceOptions child) =>
        _ = new FlowLog(name, new FlowLogArgs
        {
            Region = args.Location.Region,
            VpcId = args.VpcId,
            TrafficType = "ALL",
            LogDestinationType = "cloud-watch-logs",
            LogDestination = group.Arn,
            IamRoleArn = role.Arn,
            MaxAggregationInterval = 60,
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { permission } }));
}

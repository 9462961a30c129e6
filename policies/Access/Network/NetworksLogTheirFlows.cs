namespace Infra.Policies.Network;

public sealed class NetworksLogTheirFlows() : Rule(
    "vpc-flow-logs",
    Rank.High,
    "Without flow logs nobody can tell afterwards what an intruder reached, or why a connection was refused.",
    "add a FlowLog for the VPC with trafficType ALL or REJECT",
    "EC2.6", "CKV2_AWS_11", "AVD-AWS-0178", "AwsSolutions-VPC7")
{
    private static readonly string[] OwnVpc = ["aws:ec2/vpc:Vpc"];

    public override IReadOnlyList<string> Types { get; } = [.. OwnVpc, .. ResourceTypes.FlowLog];

    public override IEnumerable<Finding> Check(ResourceGraph graph) => graph.OfType(OwnVpc).SelectMany(vpc => Check(vpc, graph));

    private IEnumerable<Finding> Check(ResourceNode vpc, ResourceGraph graph)
    {
        var logs = graph.PointingTo(vpc, OwnVpc, ResourceTypes.FlowLog, "vpcId").ToList();
        if (logs.Count == 0) return [Fail(vpc, null, "no flow log names it")];
        var certain = logs.Where(log => graph.Resolve(log, log["vpcId"], OwnVpc).Target == vpc).ToList();
        if (certain.Exists(Records)) return [];
        return certain.Find(log => log["trafficType"].IsUnknown) is { } unknown
            ? [Undetermined(unknown, unknown["trafficType"])]
            : logs.Find(log => !certain.Contains(log)) is { } doubtful
                ? [Undetermined(vpc, "vpcId", $"whether {doubtful.Name} is its flow log is not known before the deployment")]
                : [Fail(certain[0], "trafficType", $"trafficType is {certain[0]["trafficType"]}, not ALL or REJECT")];
    }

    private static bool Records(ResourceNode log) => log["trafficType"].Text is "ALL" or "REJECT";
}

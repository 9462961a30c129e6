namespace Infra.Policies.Data;

public sealed class DocumentsRecordTheirReaders() : ResourceRule(
    "docdb-audit-logs",
    Rank.Medium,
    ResourceTypes.DocumentCluster,
    "Without an audit log nobody can tell afterwards who has signed in, and what was dropped.",
    "set the parameter audit_logs of the cluster's parameter group, and list audit in enabledCloudwatchLogsExports",
    "DocumentDB.4", "CKV_AWS_85", "CKV_AWS_104", "AVD-AWS-0020", "AwsSolutions-DOC5")
{
    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.DocumentCluster, .. ResourceTypes.DocumentParameterGroup];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var logs = resource["enabledCloudwatchLogsExports"];
        return (logs.Items.Any(log => log.Text == "audit") ? [] : Expect(resource, logs, _ => false, "a list with audit")).Concat(Records(resource, graph));
    }

    private IEnumerable<Finding> Records(ResourceNode cluster, ResourceGraph graph)
    {
        var name = cluster["dbClusterParameterGroupName"];
        var group = graph.Resolve(cluster, name, ResourceTypes.DocumentParameterGroup);
        if (group.Target is { } own) return Records(own);

        // Nothing is recorded unless a group says so (Amazon DocumentDB Developer Guide, "Auditing", read 2026-11).
        return [name.IsAbsent || name.Text?.StartsWith("default.", StringComparison.Ordinal) is true
            ? Fail(cluster, name.Path, "the default parameter group records nothing")
            : Undetermined(cluster, name.Path, $"what {name} records is not known here")];
    }

    private IEnumerable<Finding> Records(ResourceNode group)
    {
        var parameters = group["parameters"];
        if (parameters.IsUnknown) return [Undetermined(group, parameters)];
        if (parameters.Items.FirstOrDefault(parameter => parameter["name"].Text == "audit_logs") is { } setting)
            return Expect(group, setting["value"], value => value.Text is { Length: > 0 } and not ("disabled" or "none"), "a kind of event");
        return [parameters.FirstUnknownOf("name") is { } unknown
            ? Undetermined(group, unknown)
            : Fail(group, parameters.Path, "parameters do not set audit_logs")];
    }
}

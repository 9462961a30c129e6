namespace Infra.Policies.Data;

public sealed class DatabasesKnowTheirCallers() : ResourceRule(
    "rds-iam-auth",
    Rank.Medium,
    [.. ResourceTypes.DatabaseInstance, .. ResourceTypes.DatabaseCluster],
    "A password that programs share is copied and never changed; a token of IAM is good for fifteen minutes and says whose it is.",
    "set iamDatabaseAuthenticationEnabled to true",
    "RDS.10", "RDS.12", "CKV_AWS_161", "CKV_AWS_162", "AVD-AWS-0176", "AwsSolutions-RDS6")
{
    // IAM signs in to MySQL, MariaDB and PostgreSQL (Amazon RDS User Guide, "IAM database authentication", read 2026-11).
    private static readonly string[] Supporting = ["mysql", "mariadb", "postgres", "aurora"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var findings = ExpectTrue(resource, resource["iamDatabaseAuthenticationEnabled"]).ToList();
        if (findings.Count == 0) return findings;
        var source = graph.Resolve(resource, resource["replicateSourceDb"], ResourceTypes.DatabaseInstance);
        var engine = resource["engine"].IsAbsent && source.Target is { } original ? original["engine"] : resource["engine"];
        if (engine.IsKnown) return Supporting.Any(name => engine.Text!.StartsWith(name, StringComparison.Ordinal)) ? findings : [];
        return [Undetermined(resource, "engine", "whether its engine takes tokens of IAM is not known here")];
    }
}

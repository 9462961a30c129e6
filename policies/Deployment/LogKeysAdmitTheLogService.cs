using Infra.Policies.Identity;

namespace Infra.Policies.Deployment;

public sealed class LogKeysAdmitTheLogService() : DeploymentRule(
    "deploy-log-key",
    Rank.High,
    [.. ResourceTypes.LogGroup, .. ResourceTypes.KeyPolicies],
    "AWS refuses a log group whose key does not let the log service of its region use it.",
    "allow logs.REGION.amazonaws.com kms:Encrypt, kms:Decrypt and kms:GenerateDataKey* in the key's policy",
    "Amazon CloudWatch Logs User Guide, encrypt log data; AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var id = resource["kmsKeyId"];
        if (id.IsAbsent || graph.Resolve(resource, id, ResourceTypes.Key).Target is not { } key)
            return id.IsUnknown ? [Undetermined(resource, id)] : [];
        var (owner, policy, statements) = KeyUse.Read(graph, key);
        if (policy.FirstUnknown() is { } unknown) return [Undetermined(owner, unknown)];
        return statements.Any(Admits) ? [] : [Fail(owner, policy.Path, $"policy does not let the log service encrypt {resource.Name}")];
    }

    private static bool Admits(PolicyStatement statement) => statement.Allows("kms:Encrypt") && statement.Allows("kms:Decrypt")
        && statement.Allows("kms:GenerateDataKey")
        && statement.Principals.Any(principal => principal.Kind == "Service" && principal.Name.StartsWith("logs.", StringComparison.Ordinal));
}

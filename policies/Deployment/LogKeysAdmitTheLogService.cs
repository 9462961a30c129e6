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
    private const string AnyRegion = "logs.amazonaws.com";
    private static readonly string[] Actions = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var id = resource["kmsKeyId"];
        if (id.IsAbsent || graph.Resolve(resource, id, ResourceTypes.Key).Target is not { } key)
            return id.IsUnknown ? [Undetermined(resource, id)] : [];
        var region = RegionOf(resource);
        string[] services = region is null ? [AnyRegion] : [AnyRegion, $"logs.{region}.amazonaws.com", .. InChina(region)];
        var (verdict, owner, policy) = KeyUse.ByService(graph, key, services, Actions);
        return verdict switch
        {
            Verdict.Pass => [],
            Verdict.Undetermined => [Undetermined(owner, policy, resource.Name)],
            _ when region is null => [Undetermined(resource, "region",
                $"whether {key.Name} admits the log service of its region is not known before the deployment", resource.Name)],
            _ => [Fail(owner, policy.Path, $"policy does not let the log service encrypt {resource.Name}", resource.Name)],
        };
    }

    private static string[] InChina(string region) => region.StartsWith("cn-", StringComparison.Ordinal) ? [$"logs.{region}.amazonaws.com.cn"] : [];

    // One that is open leaves open what is made of it, also where that is shown.
    private static string? RegionOf(ResourceNode log) => log.Region switch
    {
        { IsUnknown: true } => null,
        { IsAbsent: true } => log["arn"].Text?.Split(':').ElementAtOrDefault(3),
        var region => region.Text,
    };
}

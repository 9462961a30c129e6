using Infra.Components.Identity;
using Pulumi;
using Pulumi.Aws.Ssm;

namespace Infra.Components.Data;

/// <summary>How machines find a cache, and what their roles need.</summary>
internal static class CachePermissions
{
    public static Output<PolicyStatement> Connect(Output<string> cacheArn, Output<string> userArn) =>
        Output.Tuple(cacheArn, userArn).Apply(arns =>
            new PolicyStatement { Sid = "ConnectToCache", Action = ["elasticache:Connect"], Resource = [arns.Item1, arns.Item2] });

    public static PolicyStatement Find(Location location, string parameter) =>
        new() { Sid = "FindCache", Action = ["ssm:GetParameter"], Resource = [location.Arn("ssm", $"parameter{parameter}")] };

    /// <summary>The name is known before the cache is there, so boot scripts can hold it.</summary>
    public static string ParameterOf(string name, Naming naming) => $"/{naming.Product}/{naming.Environment}/{name}/primary-endpoint";

    public static void Publish(
        string name, Naming naming, Location location, string parameter, Output<string> endpoint, CustomResourceOptions child) =>
        _ = new Parameter($"{name}-endpoint", new ParameterArgs
        {
            Region = location.Region,
            Name = parameter,
            Type = "String",
            // An address is no secret; as such it would be hidden wherever it is shown.
            InsecureValue = endpoint,
            Tags = naming.Tags($"{name}-endpoint"),
        }, child);
}

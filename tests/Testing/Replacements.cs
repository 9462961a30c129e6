using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using Infra.Sdk.Schema;

namespace Infra.Tests.Testing;

/// <summary>What of one plan the provider would make anew, or take away, to come to another.</summary>
internal static class Replacements
{
    // Resources of the provider's plugin framework, for which the schema says nothing. From the provider's sources
    // (internal/service/{backup,ec2,elasticache,logs}, RequiresReplace), read 2026-11.
    private static readonly Dictionary<string, string[]> NotInSchema = new()
    {
        ["aws:backup/restoreTestingPlan:RestoreTestingPlan"] = ["name"],
        ["aws:backup/restoreTestingSelection:RestoreTestingSelection"] = ["name", "protectedResourceType", "restoreTestingPlanName"],
        ["aws:cloudwatch/logDelivery:LogDelivery"] = ["deliveryDestinationArn", "deliverySourceName"],
        ["aws:cloudwatch/logDeliverySource:LogDeliverySource"] = ["logType", "name", "resourceArn"],
        ["aws:elasticache/serverlessCache:ServerlessCache"] =
            ["engine", "kmsKeyId", "majorEngineVersion", "name", "snapshotArnsToRestores", "subnetIds"],
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = ["securityGroupId"],
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = ["securityGroupId"],
    };

    /// <summary>Sorted; empty if everything stays, whatever comes to it.</summary>
    public static IReadOnlyList<string> Between(Plan before, Plan after)
    {
        var kept = after.Resources.ToDictionary(resource => Plan.UrnOf("any", resource));
        return [.. before.Resources
            .SelectMany(resource => kept.TryGetValue(Plan.UrnOf("any", resource), out var same) ? Between(resource, same) : [$"{Title(resource)} goes"])
            .Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Between(PlannedResource before, PlannedResource after)
    {
        if (before.IsComponent) return [];

        // A resource never moves to another region.
        var always = NotInSchema.GetValueOrDefault(before.Type, []).Append("region");
        return SchemaOf(before.Type).Resource(before.Type)!.Inputs
            .SelectMany(input => Between(input.Key, input.Value.ReplaceOnChanges || always.Contains(input.Key), input.Value.Type,
                before.Inputs.GetValueOrDefault(input.Key), after.Inputs.GetValueOrDefault(input.Key)))
            .Select(change => $"{Title(before)} {change}");
    }

    private static IEnumerable<string> Between(string path, bool replaces, TypeSchema type, object? before, object? after) => (type, before, after) switch
    {
        _ when replaces => Text(before) == Text(after) ? [] : [$"{path}: {Text(before)} -> {Text(after)}"],
        (TypeSchema.Object nested, ImmutableDictionary<string, object> old, ImmutableDictionary<string, object> now) =>
            SchemaOf(nested.Token).Type(nested.Token)!.Properties.SelectMany(member => Between($"{path}.{member.Key}",
                member.Value.ReplaceOnChanges, member.Value.Type, old.GetValueOrDefault(member.Key), now.GetValueOrDefault(member.Key))),
        (TypeSchema.List list, ImmutableArray<object> old, ImmutableArray<object> now) =>
            old.Zip(now).SelectMany((pair, index) => Between($"{path}.{index}", replaces: false, list.Element, pair.First, pair.Second)),
        _ => [],
    };

    private static ProviderSchema SchemaOf(string token) => ProviderSchema.Find(token.Split(':')[0])!;

    private static string Title(PlannedResource resource) => $"{resource.Type} {resource.Name}";

    private static string Text(object? value) => value switch
    {
        null => "nothing",
        string text => text,
        ImmutableDictionary<string, object> members => $"{{{string.Join(", ", members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{member.Key}: {Text(member.Value)}"))}}}",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Text))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}

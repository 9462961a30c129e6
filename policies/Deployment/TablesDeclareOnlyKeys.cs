namespace Infra.Policies.Deployment;

public sealed class TablesDeclareOnlyKeys() : DeploymentRule(
    "deploy-table-attributes",
    Rank.High,
    ResourceTypes.Table,
    "The provider refuses attributes that are no key, and keys that are no attribute.",
    "declare in attributes exactly the keys of the table and its indexes",
    "Amazon DynamoDB API Reference, CreateTable, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var declared = resource["attributes"];
        PropertyValue[] indexes = [resource["globalSecondaryIndexes"], resource["localSecondaryIndexes"]];
        PropertyValue[] all = [declared, resource["hashKey"], resource["rangeKey"], .. indexes];
        if (all.Select(value => value.FirstUnknown()).FirstOrDefault(value => value is not null) is { } unknown) return [Undetermined(resource, unknown)];
        if (declared.IsAbsent) return [];
        var keys = indexes.SelectMany(list => list.Items).SelectMany(KeysOf)
            .Concat([resource["hashKey"].Text, resource["rangeKey"].Text]).OfType<string>().Where(key => key.Length > 0).ToHashSet();
        var names = declared.Items.Select(attribute => attribute["name"].Text).OfType<string>().ToHashSet();
        return names.SetEquals(keys)
            ? []
            : [Fail(resource, declared.Path, $"attributes declares {string.Join(", ", names.Order(StringComparer.Ordinal))}, "
                + $"and the keys are {string.Join(", ", keys.Order(StringComparer.Ordinal))}")];
    }

    private static IEnumerable<string?> KeysOf(PropertyValue index) =>
        [index["hashKey"].Text, index["rangeKey"].Text, .. index["keySchemas"].Items.Select(key => key["attributeName"].Text)];
}

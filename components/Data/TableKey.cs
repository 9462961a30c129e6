using Pulumi.Aws.DynamoDB.Inputs;

namespace Infra.Components.Data;

public enum AttributeKind
{
    Text,
    Number,
    Bytes,
}

/// <summary>An attribute of items that is part of a key. Others need no declaration, and DynamoDB refuses it.</summary>
public sealed record TableAttribute(string Name, AttributeKind Kind = AttributeKind.Text)
{
    internal TableAttributeArgs Declaration => new()
    {
        Name = Name,
        Type = Kind switch
        {
            AttributeKind.Number => "N",
            AttributeKind.Bytes => "B",
            _ => "S",
        },
    };
}

/// <summary>By what items are found. Frozen: another key is another table.</summary>
/// <param name="Partition">Items spread over servers by it: many values, asked for evenly.</param>
/// <param name="Sort">Orders the items of one partition; null if there is one item in each.</param>
public sealed record TableKey(TableAttribute Partition, TableAttribute? Sort = null)
{
    // DynamoDB API reference, AttributeDefinition and TimeToLiveSpecification, read 2026-11.
    internal const int LongestAttribute = 255;

    internal IEnumerable<TableAttribute> Attributes => Sort is null ? [Partition] : [Partition, Sort];

    // DynamoDB refuses it: "Both the Hash Key and the Range Key element in the KeySchema have the same name" (2026-11).
    internal IEnumerable<string> Check(string owner)
    {
        if (Sort?.Name == Partition.Name)
            yield return $"The partition and the sort key of the {owner} are both '{Partition.Name}'; expected is another sort key, or none.";
    }
}

/// <summary>A second way to find items, kept up to date by DynamoDB a moment after the table.</summary>
/// <param name="Name">Frozen.</param>
/// <param name="Key">Its own key.</param>
public sealed record TableIndex(string Name, TableKey Key);

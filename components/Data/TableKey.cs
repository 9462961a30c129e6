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
    internal IEnumerable<TableAttribute> Attributes => Sort is null ? [Partition] : [Partition, Sort];
}

/// <summary>A second way to find items, kept up to date by DynamoDB a moment after the table.</summary>
/// <param name="Name">Frozen.</param>
/// <param name="Key">Its own key.</param>
public sealed record TableIndex(string Name, TableKey Key);

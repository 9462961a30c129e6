using Pulumi;
using Pulumi.Aws.DynamoDB;

namespace Infra.Components.Data;

/// <summary>Lets the capacity of a table and of each of its indexes follow their load.</summary>
internal sealed class TableScaling(string name, KeyValueTableArgs args, CustomResourceOptions child)
{
    /// <summary>What the program must leave alone then.</summary>
    public static List<string> Scaled { get; } =
        ["globalSecondaryIndexes[*].readCapacity", "globalSecondaryIndexes[*].writeCapacity", "readCapacity", "writeCapacity"];

    public void Create(Table table)
    {
        foreach (var direction in (string[])["Read", "Write"])
        {
            Follow($"{name}-{direction.ToLowerInvariant()}", "table", direction, table.Name.Apply(table => $"table/{table}"), table);
            foreach (var index in args.Indexes)
                Follow($"{name}-{index.Name}-{direction.ToLowerInvariant()}", "index", direction,
                    table.Name.Apply(table => $"table/{table}/index/{index.Name}"), table);
        }
    }

    private void Follow(string follower, string subject, string direction, Output<string> resource, Table table) => new CapacityFollower
    {
        Naming = args.Naming,
        Location = args.Location,
        Capacity = args.Capacity,
        Service = "dynamodb",
        Dimension = $"dynamodb:{subject}:{direction}CapacityUnits",
        Metric = $"DynamoDB{direction}CapacityUtilization",
        ResourceId = resource,
        Table = table,
    }.Create(follower, child);
}

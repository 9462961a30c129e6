using Infra.Components.Identity;
using Pulumi;
using Pulumi.Aws.Keyspaces;
using Pulumi.Aws.Keyspaces.Inputs;

namespace Infra.Components.Data;

public sealed record WideColumnStoreArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>Of the keyspace, without product and environment. Frozen.</summary>
    public required string Keyspace { get; init; }

    /// <summary>By frozen names; the order is of no matter.</summary>
    public required IReadOnlyList<WideColumnTable> Tables { get; init; }

    /// <summary>Of the tables; it must outlive them.</summary>
    public required Input<string> KeyArn { get; init; }

    public required bool DeletionProtection { get; init; }
}

/// <summary>
/// A keyspace of Amazon Keyspaces (Cassandra's language and drivers, no machines) and its tables. Each can be set back to any
/// second of the last 35 days. Machines log in with the role they have, by the interface endpoint of their network.
/// </summary>
public sealed class WideColumnStore : ComponentResource
{
    /// <summary>What the program must leave alone where a scaler sets it.</summary>
    private static readonly List<string> Scaled = ["capacitySpecification.readCapacityUnits", "capacitySpecification.writeCapacityUnits"];

    private readonly WideColumnStoreArgs _args;

    public WideColumnStore(string name, WideColumnStoreArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:WideColumnStore", name, options)
    {
        _args = args;
        KeyspaceName = args.Naming.For(args.Keyspace).Replace('-', '_');
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var keyspace = CreateKeyspace(name, child);
        foreach (var table in args.Tables)
            CreateTable($"{name}-{table.Name.Replace('_', '-')}", table, keyspace, child);

        RegisterOutputs();
    }

    /// <summary>Known before the keyspace is there.</summary>
    [Output("keyspaceName")]
    public string KeyspaceName { get; }

    /// <summary>Where drivers connect, on port 9142; within a network with an endpoint the name leads to that.</summary>
    public string Address => $"cassandra.{_args.Location.Region}.amazonaws.com";

    /// <summary>
    /// What a role needs to read and write rows. Drivers read the system tables when they connect, and find the endpoint's
    /// addresses by EC2 (Keyspaces developer guide, "Using interface VPC endpoints", read 2026-11).
    /// </summary>
    public string AccessPolicy => new PolicyDocument(
        new PolicyStatement
        {
            Sid = "ReadAndWriteRows",
            Action = ["cassandra:Modify", "cassandra:Select"],
            Resource = [_args.Location.Arn("cassandra", $"/keyspace/{KeyspaceName}/table/*")],
        },
        new PolicyStatement
        {
            Sid = "Connect",
            Action = ["cassandra:Select"],
            Resource = [_args.Location.Arn("cassandra", "/keyspace/system*")],
        },
        new PolicyStatement
        {
            Sid = "FindEndpoint",
            Action = ["ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcEndpoints"],
            Resource = ["*"],
        }).ToString();

    private Problems Check(string name, WideColumnStoreArgs args) => new Problems("WideColumnStore", name)
        .Unless(WideColumnTable.Identifier().IsMatch(KeyspaceName),
            $"The keyspace's name '{KeyspaceName}' is refused; expected are 1 to 48 lower-case letters, digits and underscores, beginning with a letter.")
        .Unless(args.Tables.Count > 0, "It has no table; expected is at least one.")
        .Add(args.Tables.SelectMany(table => table.Check()))
        .Add(args.Tables.GroupBy(table => table.Name).Where(group => group.Count() > 1)
            .Select(group => $"The table '{group.Key}' is given {group.Count()} times."));

    private Keyspace CreateKeyspace(string name, CustomResourceOptions child) => new(name, new KeyspaceArgs
    {
        Region = _args.Location.Region,
        Name = KeyspaceName,
        Tags = _args.Naming.Tags(name),
    }, CustomResourceOptions.Merge(child, new() { Protect = _args.DeletionProtection }));

    private void CreateTable(string name, WideColumnTable shape, Keyspace keyspace, CustomResourceOptions child)
    {
        var inputs = new TableArgs
        {
            Region = _args.Location.Region,
            KeyspaceName = keyspace.Name,
            TableName = shape.Name,
            SchemaDefinition = SchemaOf(shape),
            CapacitySpecification = CapacityOf(shape.Capacity),
            EncryptionSpecification = new TableEncryptionSpecificationArgs { Type = "CUSTOMER_MANAGED_KMS_KEY", KmsKeyIdentifier = _args.KeyArn },
            PointInTimeRecovery = new TablePointInTimeRecoveryArgs { Status = "ENABLED" },
            // On from the start, so that rows can be written with a time to live; it cannot be switched off.
            Ttl = new TableTtlArgs { Status = "ENABLED" },
            Tags = _args.Naming.Tags(name),
        };
        if (shape.ExpirySeconds is { } seconds) inputs.DefaultTimeToLive = seconds;

        var table = new Table(name, inputs, CustomResourceOptions.Merge(child, new()
        {
            Protect = _args.DeletionProtection,
            IgnoreChanges = shape.Capacity.IsOnDemand ? [] : Scaled,
        }));
        if (!shape.Capacity.IsOnDemand)
            foreach (var direction in (string[])["Read", "Write"])
                FollowerOf(direction, shape, table).Create($"{name}-{direction.ToLowerInvariant()}", child);
    }

    private CapacityFollower FollowerOf(string direction, WideColumnTable shape, Table table) => new()
    {
        Naming = _args.Naming,
        Location = _args.Location,
        Capacity = shape.Capacity,
        Service = "cassandra",
        Dimension = $"cassandra:table:{direction}CapacityUnits",
        Metric = $"Cassandra{direction}CapacityUtilization",
        ResourceId = Output.Format($"keyspace/{table.KeyspaceName}/table/{table.TableName}"),
        Table = table,
    };

    private static TableSchemaDefinitionArgs SchemaOf(WideColumnTable shape) => new()
    {
        Columns = shape.Columns.Select(column => new TableSchemaDefinitionColumnArgs { Name = column.Name, Type = column.Type.Cql }).ToList(),
        PartitionKeys = shape.Partition.Select(column => new TableSchemaDefinitionPartitionKeyArgs { Name = column.Name }).ToList(),
        ClusteringKeys = shape.Clustering.Select(column => new TableSchemaDefinitionClusteringKeyArgs
        {
            Name = column.Name,
            OrderBy = column.Order is ColumnOrder.Ascending ? "ASC" : "DESC",
        }).ToList(),
        StaticColumns = shape.PartitionValues.Select(column => new TableSchemaDefinitionStaticColumnArgs { Name = column.Name }).ToList(),
    };

    private static TableCapacitySpecificationArgs CapacityOf(TableCapacity capacity) => capacity.IsOnDemand
        ? new() { ThroughputMode = "PAY_PER_REQUEST" }
        : new() { ThroughputMode = "PROVISIONED", ReadCapacityUnits = capacity.Minimum, WriteCapacityUnits = capacity.Minimum };
}

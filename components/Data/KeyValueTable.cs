using System.Text.RegularExpressions;
using Infra.Components.Identity;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.DynamoDB;
using Pulumi.Aws.DynamoDB.Inputs;

namespace Infra.Components.Data;

public sealed record KeyValueTableArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>With one or more it is a global table: written in every region, and the last write to an item wins.</summary>
    public IReadOnlyList<string> OtherRegions { get; init; } = [];

    /// <summary>By region, one for each that the table is in.</summary>
    public required IReadOnlyDictionary<string, Input<string>> KeyArns { get; init; }

    public required TableKey Key { get; init; }

    public IReadOnlyList<TableIndex> Indexes { get; init; } = [];

    public TableCapacity Capacity { get; init; } = TableCapacity.OnDemand;

    /// <summary>Names a number of seconds since 1970 after which an item goes; null keeps all.</summary>
    public string? ExpiryAttribute { get; init; }

    /// <summary>1 to 35 days to whose every second the table can be set back.</summary>
    public required int RecoveryDays { get; init; }

    public required bool DeletionProtection { get; init; }
}

/// <summary>A DynamoDB table, in one region or written in several at once.</summary>
public sealed partial class KeyValueTable : ComponentResource, IObservedPerRegion
{
    // Service quotas of DynamoDB, read 2026-11.
    private const int MostIndexes = 20;

    private readonly KeyValueTableArgs _args;

    public KeyValueTable(string name, KeyValueTableArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:KeyValueTable", name, options)
    {
        _args = args;
        TableName = args.Naming.For(name);
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var table = CreateTable($"{name}-{args.Location.Region}", args, child);
        if (!args.Capacity.IsOnDemand)
            new TableScaling($"{name}-{args.Location.Region}", args, child).Create(table);

        TableArn = table.Arn;
        Telemetry = [.. RegionsOf(args).Select(region => TableTelemetry.Of(name, TableName, region, [.. RegionsOf(args).Where(other => other != region)]))];
        RegisterOutputs();
    }

    /// <summary>Known before the table is there, and the same in every region.</summary>
    [Output("tableName")]
    public string TableName { get; }

    [Output("tableArn")]
    public Output<string> TableArn { get; }

    public IReadOnlyList<Telemetry> Telemetry { get; }

    /// <summary>What a role in a region needs to read and write items there, by key or by index; never to read all.</summary>
    /// <exception cref="RunException">The table is not in that region.</exception>
    public Output<string> AccessPolicyIn(string region)
    {
        if (!RegionsOf(_args).Contains(region))
            throw new RunException($"Table '{TableName}' is not in {region}; it is in {string.Join(", ", RegionsOf(_args))}.");

        var table = (_args.Location with { Region = region }).Arn("dynamodb", $"table/{TableName}");
        return _args.KeyArns[region].ToOutput().Apply(key => new PolicyDocument(
            new PolicyStatement
            {
                Sid = "ReadAndWriteItems",
                Action =
                [
                    "dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem",
                    "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem",
                ],
                Resource = [table, $"{table}/index/*"],
            },
            // DynamoDB asks for the table's key in the name of whoever reads or writes.
            new PolicyStatement
            {
                Sid = "DecryptTable",
                Action = ["kms:Decrypt", "kms:DescribeKey"],
                Resource = [key],
                Condition = new() { StringEquals = new() { ["kms:ViaService"] = $"dynamodb.{region}.amazonaws.com" } },
            }).ToString());
    }

    private static IReadOnlyList<string> RegionsOf(KeyValueTableArgs args) => [.. args.OtherRegions.Append(args.Location.Region).Order(StringComparer.Ordinal)];

    private Problems Check(string name, KeyValueTableArgs args)
    {
        var attributes = args.Indexes.SelectMany(index => index.Key.Attributes).Concat(args.Key.Attributes).ToList();
        return new Problems("KeyValueTable", name)
            .Unless(TableText().IsMatch(TableName), $"The table's name '{TableName}' has {TableName.Length} characters; allowed are 3 to 255.")
            .Add(attributes.Where(attribute => attribute.Name.Length is < 1 or > TableKey.LongestAttribute)
                .Select(attribute => $"The key attribute '{attribute.Name}' has {attribute.Name.Length} characters; "
                    + $"allowed are 1 to {TableKey.LongestAttribute}."))
            .Add(attributes.Distinct().GroupBy(attribute => attribute.Name).Where(group => group.Count() > 1)
                .Select(group => $"The attribute '{group.Key}' is declared as "
                    + $"{string.Join(" and as ", group.Select(attribute => attribute.Kind))}; an attribute has one kind."))
            .Add(args.Key.Check("table"))
            .Add(args.Indexes.SelectMany(index => index.Key.Check($"index '{index.Name}'")))
            .Add(args.Indexes.Where(index => !TableText().IsMatch(index.Name))
                .Select(index => $"The index name '{index.Name}' is refused; expected are 3 to 255 letters, digits, hyphens, dots and underscores."))
            .Add(args.Indexes.GroupBy(index => index.Name).Where(group => group.Count() > 1)
                .Select(group => $"The index '{group.Key}' is given {group.Count()} times; each has its own name."))
            .Unless(args.Indexes.Count <= MostIndexes, $"It has {args.Indexes.Count} indexes; allowed are {MostIndexes}.")
            .Add(args.Capacity.Check())
            .Unless(args.OtherRegions.Count == 0 || args.Capacity.IsOnDemand,
                "It is in several regions with scaled capacity; expected is TableCapacity.OnDemand, because each region would scale by itself.")
            .Unless(args.ExpiryAttribute is null or { Length: >= 1 and <= TableKey.LongestAttribute },
                $"The expiry attribute '{args.ExpiryAttribute}' has {args.ExpiryAttribute?.Length} characters; "
                    + $"allowed are 1 to {TableKey.LongestAttribute}, or null to keep all.")
            .Unless(
                args.ExpiryAttribute is null
                    || attributes.All(attribute => attribute.Name != args.ExpiryAttribute || attribute.Kind is AttributeKind.Number),
                $"The expiry attribute '{args.ExpiryAttribute}' is part of a key and no number; DynamoDB would let nothing expire.")
            .Add(args.OtherRegions.Where(region => !Location.IsRegion(region))
                .Select(region => $"'{region}' is no region; expected is a name such as us-east-1."))
            .Add(args.OtherRegions.Append(args.Location.Region).GroupBy(region => region).Where(group => group.Count() > 1)
                .Select(group => $"The region {group.Key} is given {group.Count()} times; a table is there once."))
            .Add(RegionsOf(args).Distinct().Where(region => !args.KeyArns.ContainsKey(region))
                .Select(region => $"KeyArns has no key for {region}; a table is encrypted in each region by itself."))
            .Unless(args.RecoveryDays is >= 1 and <= 35, $"RecoveryDays is {args.RecoveryDays}; allowed is 1 to 35.");
    }

    private Table CreateTable(string name, KeyValueTableArgs args, CustomResourceOptions child)
    {
        var inputs = new TableArgs
        {
            Region = args.Location.Region,
            Name = TableName,
            BillingMode = args.Capacity.IsOnDemand ? "PAY_PER_REQUEST" : "PROVISIONED",
            HashKey = args.Key.Partition.Name,
            RangeKey = args.Key.Sort?.Name!,
            Attributes = args.Indexes.SelectMany(index => index.Key.Attributes).Concat(args.Key.Attributes).Distinct()
                .OrderBy(attribute => attribute.Name, StringComparer.Ordinal).Select(attribute => attribute.Declaration).ToList(),
            GlobalSecondaryIndexes = args.Indexes.Select(index => IndexOf(index, args)).ToList(),
            ServerSideEncryption = new TableServerSideEncryptionArgs { Enabled = true, KmsKeyArn = args.KeyArns[args.Location.Region] },
            PointInTimeRecovery = new TablePointInTimeRecoveryArgs { Enabled = true, RecoveryPeriodInDays = args.RecoveryDays },
            DeletionProtectionEnabled = args.DeletionProtection,
            // Other regions are fed by it; on from the start, so that a second region changes nothing here.
            StreamEnabled = true,
            StreamViewType = "NEW_AND_OLD_IMAGES",
            Replicas = args.OtherRegions.Order(StringComparer.Ordinal).Select(region => new Pulumi.Aws.DynamoDB.Inputs.TableReplicaArgs
            {
                RegionName = region,
                KmsKeyArn = args.KeyArns[region],
                PointInTimeRecovery = true,
                DeletionProtectionEnabled = args.DeletionProtection,
                PropagateTags = true,
            }).ToList(),
            Tags = args.Naming.TagsOfKept(name),
        };
        if (args.ExpiryAttribute is { } expiry) inputs.Ttl = new TableTtlArgs { Enabled = true, AttributeName = expiry };
        if (!args.Capacity.IsOnDemand) (inputs.ReadCapacity, inputs.WriteCapacity) = (args.Capacity.Minimum, args.Capacity.Minimum);

        // What the scaler has set is its own.
        return new(name, inputs, CustomResourceOptions.Merge(child, new()
        {
            Protect = args.DeletionProtection,
            IgnoreChanges = args.Capacity.IsOnDemand ? [] : TableScaling.Scaled,
        }));
    }

    private static TableGlobalSecondaryIndexArgs IndexOf(TableIndex index, KeyValueTableArgs args)
    {
        var inputs = new TableGlobalSecondaryIndexArgs
        {
            Name = index.Name,
            KeySchemas = index.Key.Attributes.Select((attribute, place) => new TableGlobalSecondaryIndexKeySchemaArgs
            {
                AttributeName = attribute.Name,
                KeyType = place == 0 ? "HASH" : "RANGE",
            }).ToList(),
            ProjectionType = "ALL",
        };
        if (!args.Capacity.IsOnDemand) (inputs.ReadCapacity, inputs.WriteCapacity) = (args.Capacity.Minimum, args.Capacity.Minimum);
        return inputs;
    }

    [GeneratedRegex("^[A-Za-z0-9_.-]{3,255}$")]
    private static partial Regex TableText();
}

using Infra.Components.Encryption;
using Pulumi;
using Pulumi.Aws.Kms;
using Pulumi.Aws.Rds;

namespace Infra.Components.Data;

public sealed record DatabaseGroundArgs
{
    public required Naming Naming { get; init; }

    public required DatabasePlace Place { get; init; }

    public required bool DeletionProtection { get; init; }
}

/// <summary>What databases of one region stand on: a key that encrypts them and the subnets they may stand in.</summary>
public sealed class DatabaseGround : ComponentResource
{
    private const int DeletionWindowDays = 30;

    public DatabaseGround(string name, DatabaseGroundArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:DatabaseGround", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var key = CreateKey(name, args, child);

        KeyArn = key.Arn;
        KeyId = key.KeyId;
        SubnetGroupName = CreateSubnetGroup(name, args, child).Name;
        RegisterOutputs();
    }

    [Output("keyArn")]
    public Output<string> KeyArn { get; }

    [Output("keyId")]
    public Output<string> KeyId { get; }

    [Output("subnetGroupName")]
    public Output<string> SubnetGroupName { get; }

    /// <summary>A name that no earlier snapshot has: the key is new whenever the database is set up anew.</summary>
    public Output<string> FinalSnapshotName(Naming naming, string machine) => KeyId.Apply(key => $"{naming.For(machine)}-final-{key}");

    private static Key CreateKey(string name, DatabaseGroundArgs args, CustomResourceOptions child) =>
        new(name, new KeyArgs
        {
            Region = args.Place.Location.Region,
            Description = $"Data of {args.Naming.For(name)}",
            Policy = Encryption.KeyPolicy.Of(KeyPurpose.Databases, args.Place.Location).ToString(),
            EnableKeyRotation = true,
            DeletionWindowInDays = DeletionWindowDays,
            Tags = args.Naming.Tags(name),
            // Snapshots outlive the database and can be read with this key only.
        }, CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection, RetainOnDelete = true }));

    private static SubnetGroup CreateSubnetGroup(string name, DatabaseGroundArgs args, CustomResourceOptions child) =>
        new(name, new SubnetGroupArgs
        {
            Region = args.Place.Location.Region,
            Description = $"Data subnets of {name}",
            SubnetIds = args.Place.Subnets.Select(subnet => subnet.Id).ToList(),
            Tags = args.Naming.Tags(name),
        }, child);
}

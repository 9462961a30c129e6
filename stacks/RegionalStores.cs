using Infra.Components.Data;
using Infra.Components.Encryption;
using Infra.Components.Networking;
using Pulumi;

namespace Infra.Stacks;

/// <summary>Data of other shapes than tables, kept in each region for itself: documents (content) and a graph (what goes with what).</summary>
internal sealed record RegionalStores(DocumentStore Content, GraphStore Related)
{
    public static IReadOnlyList<Flow> Flows(MachineTier machines) =>
        [machines.CanReach(new DocumentTier()), machines.CanReach(new GraphTier())];

    public static RegionalStores Build(StackSettings settings, RegionalGround ground)
    {
        var region = ground.Region.Location.Region;
        var key = new EncryptionKey($"stores-key-{region}", new()
        {
            Naming = settings.Naming,
            Location = ground.Region.Location,
            Purpose = KeyPurpose.Databases,
            DeletionProtection = settings.Profile.DeletionProtection,
        });

        return new(
            new($"content-{region}", ArgsFor(settings, ground, new DocumentTier(), settings.Data.DocumentMachineType, key)),
            new($"related-{region}", ArgsFor(settings, ground, new GraphTier(), settings.Data.GraphMachineType, key)));
    }

    public IReadOnlyDictionary<string, Output<string>> Permissions => new Dictionary<string, Output<string>>
    {
        ["content"] = Output.Create(Content.ConnectPolicy),
        ["related"] = Related.ConnectPolicy,
    };

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["CONTENT_ADDRESS_PATH"] = Content.AddressPath,
        ["RELATED_ADDRESS_PATH"] = Related.AddressPath,
    };

    private static ClusterStoreArgs ArgsFor(
        StackSettings settings, RegionalGround ground, StoreTier tier, string machineType, EncryptionKey key) => new()
        {
            Naming = settings.Naming,
            Location = ground.Region.Location,
            Subnets = ground.Network.DataSubnets,
            SecurityGroupId = ground.Firewall.GroupOf(tier),
            KeyArn = key.KeyArn,
            Machines = new()
            {
                Type = machineType,
                Readers = [.. Enumerable.Range(1, settings.Profile.StoreReaders).Select(number => $"reader-{number}")],
            },
            BackupDays = settings.Profile.DatabaseBackupDays,
            DeletionProtection = settings.Profile.DeletionProtection,
        };
}

using Infra.Components.Data;
using Infra.Components.Networking;
using Infra.Components.Operations;
using Pulumi;

namespace Infra.Stacks;

/// <summary>
/// Data of other shapes than tables, kept in each region for itself: documents (content), a graph (what goes with what) and wide
/// rows (who looked at what).
/// </summary>
internal sealed record RegionalStores(DocumentStore Content, GraphStore Related, WideColumnStore Activity)
{
    // Ninety days; older views say nothing of what somebody wants today.
    private const int SecondsOfActivity = 90 * 86_400;

    public static IReadOnlyList<Flow> Flows(MachineTier machines) =>
        [machines.CanReach(new DocumentTier()), machines.CanReach(new GraphTier()), machines.CanReach(new WideColumnTier())];

    public static RegionalStores Build(StackSettings settings, RegionalGround ground)
    {
        var region = ground.Region.Location.Region;
        return new(
            new($"content-{region}", ArgsFor(settings, ground, new DocumentTier(), settings.Data.DocumentMachineType)),
            new($"related-{region}", ArgsFor(settings, ground, new GraphTier(), settings.Data.GraphMachineType)),
            BuildActivity(settings, ground));
    }

    public IEnumerable<IObserved> Observed => [Content, Related];

    public IReadOnlyDictionary<string, Output<string>> Permissions => new Dictionary<string, Output<string>>
    {
        ["activity"] = Output.Create(Activity.AccessPolicy),
        ["content"] = Output.Create(Content.ConnectPolicy),
        ["related"] = Related.ConnectPolicy,
    };

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["ACTIVITY_ADDRESS"] = Activity.Address,
        ["ACTIVITY_KEYSPACE"] = Activity.KeyspaceName,
        ["CONTENT_ADDRESS_PATH"] = Content.AddressPath,
        ["RELATED_ADDRESS_PATH"] = Related.AddressPath,
    };

    private static WideColumnStore BuildActivity(StackSettings settings, RegionalGround ground)
    {
        var (naming, location) = (settings.Naming, ground.Region.Location);
        _ = new PrivateEndpoints($"activity-endpoint-{location.Region}", new()
        {
            Naming = naming,
            Location = location,
            VpcId = ground.Network.VpcId,
            Subnets = ground.Network.AppSubnets,
            SecurityGroupId = ground.Firewall.GroupOf(new WideColumnTier()),
            Services = [PrivateService.WideColumns],
        });

        return new($"activity-{location.Region}", new()
        {
            Naming = naming,
            Location = location,
            Keyspace = "activity",
            Tables =
            [
                new()
                {
                    Name = "views",
                    Partition = [new("customer", ColumnType.Text)],
                    Clustering = [new("seen", ColumnType.MomentId, ColumnOrder.Descending)],
                    Values = [new("product", ColumnType.Text), new("channel", ColumnType.Text)],
                    ExpirySeconds = SecondsOfActivity,
                },
            ],
            KeyArn = ground.DataKeyArn,
            DeletionProtection = settings.Profile.DeletionProtection,
        });
    }

    private static ClusterStoreArgs ArgsFor(
        StackSettings settings, RegionalGround ground, StoreTier tier, string machineType) => new()
        {
            Naming = settings.Naming,
            Location = ground.Region.Location,
            Subnets = ground.Network.DataSubnets,
            SecurityGroupId = ground.Firewall.GroupOf(tier),
            KeyArn = ground.DataKeyArn,
            Machines = new()
            {
                Type = machineType,
                Readers = [.. Enumerable.Range(1, settings.Profile.StoreReaders).Select(number => $"reader-{number}")],
            },
            BackupDays = settings.Profile.DatabaseBackupDays,
            DeletionProtection = settings.Profile.DeletionProtection,
        };
}

using Infra.Components.Data;
using Infra.Components.Networking;

namespace Infra.Stacks;

/// <summary>The platform's relational data: written in one region, read in all of them.</summary>
internal static class Databases
{
    public static Database Build(StackSettings settings, IReadOnlyList<RegionalGround> grounds)
    {
        var home = grounds.Single(ground => ground.Region.Location.Region == settings.PrimaryRegion);
        return new("orders", new()
        {
            Naming = settings.Naming,
            Engine = DatabaseEngine.MySql,
            Primary = PlaceIn(settings, home),
            Elsewhere = [.. grounds.Where(ground => ground != home).Select(ground => PlaceIn(settings, ground))],
            Machine = settings.DatabaseMachine,
            Safety = new()
            {
                SurvivesZoneLoss = settings.Profile.DatabaseSurvivesZoneLoss,
                BackupDays = settings.Profile.DatabaseBackupDays,
                DeletionProtection = settings.Profile.DeletionProtection,
            },
            ProxySecurityGroupId = home.Firewall.GroupOf(new DatabaseProxyTier()),
        });
    }

    public static IReadOnlyList<Flow> Flows(MachineTier machines)
    {
        var (pools, databases) = (new DatabaseProxyTier(), new DatabaseTier());
        return [machines.CanReach(databases), machines.CanReach(pools), pools.CanReach(databases)];
    }

    private static DatabasePlace PlaceIn(StackSettings settings, RegionalGround ground) => new()
    {
        Location = ground.Region.Location,
        VpcId = ground.Network.VpcId,
        Subnets = ground.Network.DataSubnets,
        SecurityGroupId = ground.Firewall.GroupOf(new DatabaseTier()),
        Replicas = Enumerable.Range(1, settings.Profile.DatabaseReplicas)
            .ToDictionary(number => $"reader-{number}", _ => new DatabaseReplica()),
    };
}

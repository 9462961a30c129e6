using Infra.Components.Operations;
using Infra.Components.Recovery;

namespace Infra.Stacks;

/// <summary>Experiments in every region, if the configuration asks for them. They stop when too many requests fail.</summary>
internal static class GameDays
{
    public static void Build(StackSettings settings, IReadOnlyList<RegionalGround> grounds, IReadOnlyDictionary<string, Alarms> alarms)
    {
        if (!settings.GameDays) return;

        foreach (var (region, logKeyArn) in grounds.Select(ground => (ground.Region, ground.LogKeyArn)))
            _ = new GameDay($"game-day-{region.Location.Region}", new()
            {
                Naming = settings.Naming,
                Location = region.Location,
                StopAlarmArns = [alarms[region.Location.Region].ArnOf($"edge-{region.Location.Region}", "errors")],
                Zone = region.Zones[^1],
                Clones = $"web-{region.Location.Region}",
                // Without a standby there is nothing to hand over to.
                FailsOver = settings.Profile.DatabaseSurvivesZoneLoss && region.Location.Region == settings.PrimaryRegion
                    ? DatabaseKinds.Instances | DatabaseKinds.Clusters
                    : DatabaseKinds.None,
                LogDays = settings.Profile.FlowLogDays,
                LogKeyArn = logKeyArn,
            });
    }
}

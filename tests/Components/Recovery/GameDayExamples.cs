using Infra.Components;
using Infra.Components.Recovery;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Components.Recovery;

/// <summary>The code that the page of game days shows.</summary>
public sealed class GameDayExamples
{
    private static readonly Naming Naming = Places.Naming;
    private static readonly Location Location = Places.Frankfurt;

    [Fact]
    public async Task The_example_makes_experiments() =>
        (await Plan.Of(() => Day("arn:aws:cloudwatch:eu-central-1:123456789012:alarm:errors")))
            .Some("aws:fis/experimentTemplate:ExperimentTemplate").Count.ShouldBe(4);

    private static GameDay Day(Input<string> errorsAlarmArn)
    {
        var gameDay = new GameDay("game-day-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            StopAlarmArns = [errorsAlarmArn],
            Zone = "c",
            Clones = "web-eu-central-1",
            FailsOver = DatabaseKinds.Instances | DatabaseKinds.Clusters,
            Force = new() { Minutes = 10, KillPercent = 30, LatencyMilliseconds = 200 },
            LogDays = 90,
        });
        return gameDay;
    }
}

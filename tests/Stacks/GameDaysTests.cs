using Infra.Stacks;
using Pulumi;

namespace Infra.Tests.Stacks;

public sealed class GameDaysTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Experiments_are_off_unless_somebody_asks_for_them(string stack)
    {
        var off = await PlannedPlatform.Of(stack);
        var on = await PlannedPlatform.Of(PlannedPlatform.SettingsOf(stack) with { GameDays = true });

        off.All("aws:fis/experimentTemplate:ExperimentTemplate").ShouldBeEmpty();
        on.Some("aws:fis/experimentTemplate:ExperimentTemplate").ShouldAllBe(template => template.List("stopConditions").Length == 1);
        off.Urns(stack).Except(on.Urns(stack)).ShouldBeEmpty();
    }

    [Fact]
    public void The_switch_is_on_or_off()
    {
        var configuration = StackConfiguration.Of("dev");
        configuration["infra:gameDays"] = "maybe";

        Should.Throw<RunException>(() => StackSettings.Read("dev", configuration.Find)).Message
            .ShouldContain("infra:gameDays is 'maybe'; expected is true or false.");
    }
}

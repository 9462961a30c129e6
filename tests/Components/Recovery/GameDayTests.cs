using Infra.Components.Recovery;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Recovery;

public sealed class GameDayTests
{
    private const string Template = "aws:fis/experimentTemplate:ExperimentTemplate";

    private static readonly GameDayArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        StopAlarmArns = ["arn:aws:cloudwatch:eu-central-1:123456789012:alarm:errors"],
        Zone = "b",
        Clones = "web-eu-central-1",
        FailsOver = DatabaseKinds.Instances | DatabaseKinds.Clusters,
        LogDays = 90,
    };

    [Fact]
    public async Task Every_experiment_ends_when_an_alarm_rings_and_fails_when_it_hits_nothing()
    {
        var templates = (await Planned(Args)).Some(Template);

        templates.Select(template => template.Name)
            .ShouldBe(["game-day-lose-zone", "game-day-kill-clones", "game-day-add-latency", "game-day-fail-over-databases"]);
        templates.ShouldAllBe(template => template.Text("stopConditions.0.source") == "aws:cloudwatch:alarm"
            && template.Text("stopConditions.0.value") == "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:errors"
            && template.Text("experimentOptions.emptyTargetResolutionMode") == "fail"
            && template.Text("logConfiguration.cloudwatchLogsConfiguration.logGroupArn") == "arn:aws:mock:::game-day:*");
    }

    [Fact]
    public async Task A_zone_is_lost_by_cutting_off_its_subnets()
    {
        var template = (await Planned(Args)).One(Template, "game-day-lose-zone");

        (template.Text("targets.0.resourceType"), template.Text("targets.0.parameters.availabilityZoneIdentifier"))
            .ShouldBe(("aws:ec2:subnet", "eu-central-1b"));
        (template.Text("actions.0.actionId"), template.Text("actions.0.target.key"), template.Text("actions.0.target.value"))
            .ShouldBe(("aws:network:disrupt-connectivity", "Subnets", "subnets"));
        (template.Text("actions.0.parameters.0.value"), template.Text("actions.0.parameters.1.value")).ShouldBe(("PT10M", "all"));
    }

    [Fact]
    public async Task Some_of_the_running_clones_are_killed_and_no_other_machine()
    {
        var template = (await Planned(Args)).One(Template, "game-day-kill-clones");

        (template.Text("targets.0.selectionMode"), template.Text("targets.0.filters.0.path"), template.Text("actions.0.actionId"))
            .ShouldBe(("PERCENT(30)", "State.Name", "aws:ec2:terminate-instances"));
        Enumerable.Range(0, 3).Select(index => (template.Text($"targets.0.resourceTags.{index}.key"), template.Text($"targets.0.resourceTags.{index}.value")))
            .ShouldBe([("Environment", "test"), ("Product", "shop"), ("Name", "shop-test-web-eu-central-1")]);
        template.At("actions.0.parameters").ShouldBeNull();
    }

    [Fact]
    public async Task Latency_comes_from_a_document_of_AWS()
    {
        var template = (await Planned(Args)).One(Template, "game-day-add-latency");

        template.Text("actions.0.parameters.0.value").ShouldBe("arn:aws:ssm:eu-central-1::document/AWSFIS-Run-Network-Latency");
        template.Text("actions.0.parameters.1.value").ShouldBe(
            """{"DelayMilliseconds":"200","DurationSeconds":"600","InstallDependencies":"True","Interface":"ens5"}""");
    }

    [Fact]
    public async Task Databases_that_write_hand_over_where_there_are_any()
    {
        var template = (await Planned(Args)).One(Template, "game-day-fail-over-databases");

        (template.Text("actions.0.actionId"), template.Text("actions.1.actionId"), template.Text("actions.1.parameters.0.key"))
            .ShouldBe(("aws:rds:failover-db-cluster", "aws:rds:reboot-db-instances", "forceFailover"));
        (template.Text("targets.0.resourceTags.2.key"), template.Text("targets.1.resourceTags.2.value")).ShouldBe(("infra:backup", "yes"));
        (await Planned(Args with { FailsOver = DatabaseKinds.None })).Some(Template).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(DatabaseKinds.Instances, "aws:rds:db", "aws:rds:reboot-db-instances")]
    [InlineData(DatabaseKinds.Clusters, "aws:rds:cluster", "aws:rds:failover-db-cluster")]
    public async Task A_kind_of_database_that_is_not_here_is_no_target(DatabaseKinds kind, string target, string action)
    {
        var template = (await Planned(Args with { FailsOver = kind })).One(Template, "game-day-fail-over-databases");

        (template.List("targets").Length, template.Text("targets.0.resourceType")).ShouldBe((1, target));
        (template.List("actions").Length, template.Text("actions.0.actionId")).ShouldBe((1, action));
    }

    [Fact]
    public async Task Every_problem_of_a_game_day_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new GameDay("game-day", Args with
        {
            StopAlarmArns = [],
            Zone = "eu-central-1b",
            Force = new() { Minutes = 721, KillPercent = 0, LatencyMilliseconds = 0, NetworkInterface = "eth0.1" },
            LogDays = 10,
        }))).ShouldBe(
            """
            GameDay 'game-day' cannot be built:
              - StopAlarmArns holds 0 alarms; allowed are 1 to 5: nothing else ends an experiment early.
              - Zone is 'eu-central-1b'; expected is a letter.
              - Minutes is 721; allowed is 1 to 720.
              - KillPercent is 0; allowed is 1 to 100.
              - LatencyMilliseconds is 0; expected is at least 1.
              - NetworkInterface is 'eth0.1'; expected are at most 15 small letters and digits, such as ens5.
              - Logs of experiments are to be kept 10 days; CloudWatch Logs allows 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653.
            """);

    private static Task<Plan> Planned(GameDayArgs args) => Plan.Of(() => _ = new GameDay("game-day", args));
}

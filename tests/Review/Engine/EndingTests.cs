using System.Diagnostics;
using System.Globalization;
using Infra.Review.Engine;

namespace Infra.Tests.Review.Engine;

/// <summary>However a run ends, nothing of it is left behind.</summary>
public sealed class EndingTests
{
    [Fact]
    public async Task A_program_that_never_ends_is_stopped_and_told_what_it_waits_for()
    {
        using var project = new ScenarioProject("never ends");

        var result = await HangingProgram.PreviewAsync(project, [], "--output", project.PathOf("report.txt"));

        result.ExitCode.ShouldBe(3);
        result.Output.ShouldBeEmpty();
        result.Errors.ShouldContain("made no progress for 600 s and was stopped. It has registered 2 resources, "
            + "the last was urn:pulumi:dev::scenarios::aws:s3/bucket:Bucket::last; no call is under way");
        IsRunning(await project.ProgramAsync()).ShouldBeFalse();
        File.Exists(project.PathOf("report.txt")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_time_limit_ends_the_command()
    {
        using var project = new ScenarioProject("never ends");

        var result = await project.PreviewAsync(_ => Task.CompletedTask, "--timeout", "1", "--output", project.PathOf("report.txt"));

        result.ExitCode.ShouldBe(3);
        result.Output.ShouldBeEmpty();
        File.Exists(project.PathOf("report.txt")).ShouldBeFalse();
        result.Errors.ShouldContain("made no progress for 1 s and was stopped.");
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    [InlineData("QUIT", 131)]
    public async Task A_signal_stops_the_program_too(string signal, int exitCode)
    {
        if (OperatingSystem.IsWindows()) return;
        using var project = new ScenarioProject("never ends");
        var program = 0;

        var result = await project.PreviewAsync(
            async infra =>
            {
                program = await project.ProgramAsync();
                IsRunning(program).ShouldBeTrue();
                using var kill = Process.Start("kill", ["-s", signal, infra.Id.ToString(CultureInfo.InvariantCulture)]);
                await kill.WaitForExitAsync();
            },
            "--output", project.PathOf("report.txt"));

        result.ExitCode.ShouldBe(exitCode);
        result.Output.ShouldBeEmpty();
        result.Errors.ShouldBe("Interrupted: the program was stopped and nothing was written.\n");
        IsRunning(program).ShouldBeFalse();
        Directory.EnumerateFiles(project.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["Pulumi.dev.yaml", "Pulumi.yaml", "pid"]);
    }

    [Fact]
    public async Task A_program_that_hangs_is_told_with_what_it_said_until_then()
    {
        using var project = new ScenarioProject("hangs after talk");

        var result = await HangingProgram.PreviewAsync(project, ["asking the database", "slow today"]);

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldContain("made no progress for 600 s and was stopped.");
        result.Errors.ShouldEndWith("\nThere were warnings: The database is slow today.\nThe last it printed:\n  asking the database …\n");
    }

    [Fact]
    public async Task A_program_is_told_for_what_it_was_stopped_though_a_moment_later_that_is_over()
    {
        using var project = new ScenarioProject("never ends");

        var result = await HangingProgram.PreviewAsync(project, [], new HurryingClock(flickers: true));

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldContain("made no progress for 600 s and was stopped.");
    }

    [Fact]
    public void A_program_that_still_calls_the_engine_is_not_said_to_wait()
    {
        var activity = new ProgramActivity(progress: null, TimeProvider.System);
        activity.Register("urn:pulumi:dev::shop::aws:s3/bucket:Bucket::last");
        activity.WatchAsync(() => Task.FromResult(0)).IsCompletedSuccessfully.ShouldBeTrue();

        activity.Describe(silent: false).ShouldBe(
            "It has registered 1 resource, the last was urn:pulumi:dev::shop::aws:s3/bucket:Bucket::last, and it still calls the engine: "
            + "a loop that never ends, or more work than the limit allows for.");
        activity.Describe(silent: true).ShouldContain("no call is under way");
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

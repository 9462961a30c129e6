using System.Diagnostics;
using System.Globalization;

namespace Infra.Tests.Review.Engine;

/// <summary>However a run ends, nothing of it is left behind.</summary>
public sealed class EndingTests
{
    [Fact]
    public async Task A_program_that_never_ends_is_stopped_and_told_what_it_waits_for()
    {
        using var project = new ScenarioProject("never ends");

        var result = await project.PreviewAsync("--timeout", "4", "--output", project.PathOf("report.txt"));

        result.ExitCode.ShouldBe(3);
        result.Output.ShouldBeEmpty();
        result.Errors.ShouldContain("made no progress for 4 s and was stopped. It has registered 2 resources, "
            + "the last was urn:pulumi:dev::scenarios::aws:s3/bucket:Bucket::last; no call is under way");
        IsRunning(await project.ProgramAsync()).ShouldBeFalse();
        File.Exists(project.PathOf("report.txt")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
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

using System.Diagnostics;

namespace Infra.Tests.Review.Reporting;

public sealed class OutputFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("infra-output-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_file_holds_what_a_pipe_would_get_and_the_screen_gets_the_summary()
    {
        var piped = await CommandRun.Of(SamplePreview.WithOpenSsh, "preview", "dev", "--format", "json");

        var run = await CommandRun.Of(SamplePreview.WithOpenSsh, "preview", "dev", "--format", "json", "--output", In("report.json"));

        run.Errors.ShouldBeEmpty();
        (await File.ReadAllTextAsync(In("report.json"))).ShouldBe(piped.Output);
        run.Output.ShouldStartWith("shop/dev: ");
        run.ExitCode.ShouldBe(1);
        Directory.GetFiles(_folder).ShouldBe([In("report.json")]);
    }

    [Fact]
    public async Task A_read_only_file_is_refused_before_the_program_runs_and_left_as_it_was()
    {
        await File.WriteAllTextAsync(In("report.txt"), "before");
        File.SetAttributes(In("report.txt"), FileAttributes.ReadOnly);

        await Refused(In("report.txt"), "the file is read-only");

        (await File.ReadAllTextAsync(In("report.txt"))).ShouldBe("before");
        Directory.GetFiles(_folder).ShouldBe([In("report.txt")]);
    }

    [Fact]
    public Task A_folder_is_refused() => Refused(_folder, "it is a folder");

    [Fact]
    public Task A_file_in_a_folder_that_does_not_exist_is_refused() => Refused(In("no", "report.txt"), "its folder does not exist");

    [Fact]
    public async Task A_failing_run_leaves_the_file_as_it_was()
    {
        await File.WriteAllTextAsync(In("report.txt"), "before");

        await CommandRun.Of((_, _, _) => throw new InvalidOperationException(), "preview", "dev", "--output", In("report.txt"));

        (await File.ReadAllTextAsync(In("report.txt"))).ShouldBe("before");
        Directory.GetFiles(_folder).ShouldBe([In("report.txt")]);
    }

    [Fact]
    public async Task A_link_stays_a_link()
    {
        File.CreateSymbolicLink(In("link"), In("target"));

        await CommandRun.Of(SamplePreview.WithoutFindings, "preview", "dev", "--output", In("link"));

        new FileInfo(In("link")).LinkTarget.ShouldBe(In("target"));
        (await File.ReadAllTextAsync(In("target"))).ShouldStartWith("shop/dev");
    }

    [Fact]
    public async Task A_device_is_written_to_and_not_replaced()
    {
        if (!File.Exists("/dev/null")) return;

        var run = await CommandRun.Of(SamplePreview.WithoutFindings, "preview", "dev", "--output", "/dev/null");

        run.ExitCode.ShouldBe(0);
        new FileInfo("/dev/null").Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_pipe_stays_a_pipe()
    {
        if (OperatingSystem.IsWindows()) return;
        await Process.Start("mkfifo", [In("pipe")]).WaitForExitAsync();
        var reading = Task.Run(() => File.ReadAllText(In("pipe")));

        await CommandRun.Of(SamplePreview.WithoutFindings, "preview", "dev", "--output", In("pipe"));

        (await reading.WaitAsync(TimeSpan.FromSeconds(30))).ShouldStartWith("shop/dev");
        Directory.GetFiles(_folder).ShouldBe([In("pipe")]);
    }

    private static async Task Refused(string path, string reason)
    {
        var run = await CommandRun.Of((_, _, _) => throw new InvalidOperationException("The program ran."), "preview", "dev", "--output", path);

        run.ShouldBe(new CommandResult(
            2, "", $"--output '{path}' cannot be written: {reason}. Name a file in a folder that exists and may be written to.\n"));
    }

    private string In(params string[] names) => Path.Combine([_folder, .. names]);
}

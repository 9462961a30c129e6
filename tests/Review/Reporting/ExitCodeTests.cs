using Infra.Review.Model;

namespace Infra.Tests.Review.Reporting;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("error", 1)]
    [InlineData("warning", 1)]
    [InlineData("never", 0)]
    public async Task An_error_fails_the_command_unless_nothing_does(string failOn, int expected)
    {
        var run = await CommandRun.Of(SamplePreview.WithOpenSsh, "preview", "dev", "--fail-on", failOn);

        run.ExitCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 1)]
    public async Task What_could_not_be_determined_fails_the_command_only_from_warning_on(string failOn, int expected)
    {
        var undetermined = SamplePreview.WithOpenSsh.Findings[1];
        var preview = SamplePreview.Of([SamplePreview.Stack]) with { Findings = [undetermined] };

        var run = await CommandRun.Of(preview, "preview", "dev", "--fail-on", failOn);

        run.ExitCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData(ExitCode.Configuration)]
    [InlineData(ExitCode.Program)]
    public async Task A_failure_that_the_user_can_mend_is_a_paragraph_on_stderr_and_nothing_else(ExitCode code)
    {
        var run = await CommandRun.Of((_, _, _) => throw new UserException(code, "Stack 'dvv' does not exist."), "preview", "dvv");

        run.ShouldBe(new CommandResult((int)code, "", "Stack 'dvv' does not exist.\n"));
    }

    [Fact]
    public async Task A_defect_of_the_command_does_not_print_the_message_of_the_exception()
    {
        var run = await CommandRun.Of((_, _, _) => throw new InvalidOperationException(SamplePreview.Secret), "preview", "dev");

        run.ExitCode.ShouldBe(3);
        run.Errors.ShouldContain("InvalidOperationException");
        run.Errors.ShouldNotContain("CANARY");
    }

    [Theory]
    [InlineData("", "infra needs a command")]
    [InlineData("preveiw dev", "did you mean preview?")]
    [InlineData("preview", "infra preview needs the name of a stack")]
    [InlineData("explain dev", "infra explain needs a resource")]
    [InlineData("preview dev --fromat json", "did you mean --format?")]
    [InlineData("preview dev --format xml", "allowed is text, json")]
    [InlineData("preview dev --format markdown", "allowed is text, json")]
    [InlineData("preview dev --format jsn", "Did you mean json?")]
    [InlineData("preview dev --format", "--format needs a value")]
    [InlineData("preview dev --format text --format json", "--format is given more than once")]
    [InlineData("preview dev --fail-on info", "allowed is error, warning, never")]
    [InlineData("preview dev prod", "does not know what to do with 'prod'")]
    [InlineData("preview dev --config owner", "'owner' has no value")]
    [InlineData("preview dev --config =x", "--config needs a key")]
    [InlineData("preview dev --timeout 0", "--timeout is '0'")]
    [InlineData("preview dev --timeout soon", "--timeout is 'soon'")]
    [InlineData("preview dev --project /no/such/folder", "--project '/no/such/folder' is not a folder")]
    [InlineData("preview dev --base main", "infra preview has no option --base")]
    [InlineData("policies --format yaml", "allowed is table, markdown, json")]
    public async Task Wrong_usage_is_one_line_on_stderr(string arguments, string expected)
    {
        var run = await CommandRun.Of(SamplePreview.WithoutFindings, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldContain(expected);
        run.Errors.TrimEnd('\n').ShouldNotContain('\n');
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("preview --help")]
    [InlineData("explain -h")]
    public async Task Help_ends_with_examples_and_exit_codes(string arguments)
    {
        var run = await CommandRun.Of(SamplePreview.WithoutFindings, arguments.Split(' '));

        run.ExitCode.ShouldBe(0);
        run.Errors.ShouldBeEmpty();
        run.Output.ShouldContain("Examples:\n  infra ");
        run.Output.ShouldContain("Exit codes:\n  0    clean\n");
        foreach (var code in Enum.GetValues<ExitCode>()) run.Output.ShouldMatch($@"\b{(int)code}\b");
    }

    [Fact]
    public async Task The_settings_of_a_run_reach_the_engine()
    {
        PreviewRequest? seen = null;
        await CommandRun.Of(
            (request, _, _) =>
            {
                seen = request;
                return Task.FromResult(SamplePreview.WithoutFindings);
            },
            "preview", "dev", "--config", "a:b=c=d", "--config", "e=", "--unknowns", "--timeout", "1.5", "--project", "/");

        seen.ShouldNotBeNull();
        seen.Config.ShouldBe(["a:b=c=d", "e="]);
        (seen with { Config = [] }).ShouldBe(
            new PreviewRequest { Folder = "/", Stack = "dev", Config = [], Unknowns = true, Timeout = TimeSpan.FromSeconds(1.5) });
    }

    [Fact]
    public async Task A_name_of_two_resources_is_answered_with_both_urns()
    {
        var run = await CommandRun.Of(SamplePreview.WithoutFindings, "explain", "dev", "main");

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldBe(
            "'main' is the name of 2 resources of stack 'dev'. Give the URN of one:\n"
            + $"  '{SamplePreview.NetworkUrn}'\n  '{SamplePreview.VpcUrn}'\n");
    }

    [Fact]
    public async Task A_name_of_no_resource_is_answered_with_the_nearest()
    {
        var run = await CommandRun.Of(SamplePreview.WithoutFindings, "explain", "dev", "order");

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldBe("Stack 'dev' has no resource 'order'. Nearest: orders.\n");
    }
}

using Infra.Tests.Review.Engine;
using Infra.Tests.Testing;

namespace Infra.Tests.Review.Commands;

public sealed class ClosedStreamsTests
{
    private const string Closed = "Standard output is closed. Open it, or send it to a file or to /dev/null.";

    [Theory]
    [InlineData("> /dev/full", "Standard output cannot be written: No space left on device.")]
    [InlineData(">&-", Closed)]
    [InlineData("<&- >&-", Closed)]
    public async Task A_full_or_closed_standard_output_is_told_as_that(string redirection, string told)
    {
        if (!OperatingSystem.IsLinux()) return;

        var result = await RunAsync($"exec \"$@\" {redirection}");

        (result.ExitCode, result.Output).ShouldBe((2, ""));
        result.Errors.ShouldStartWith(told);
    }

    [Theory]
    [InlineData("> /dev/full 2>&-")]
    [InlineData(">&- 2>&-")]
    [InlineData("<&- >&- 2>&-")]
    public async Task With_nobody_to_tell_the_exit_code_does(string redirection)
    {
        if (!OperatingSystem.IsLinux()) return;

        (await RunAsync($"exec \"$@\" {redirection}")).ShouldBe(new CommandResult(2, "", ""));
    }

    [Fact]
    public async Task An_input_that_is_the_writing_end_of_the_output_closes_nothing()
    {
        if (!OperatingSystem.IsLinux()) return;

        var result = await RunAsync("\"$@\" 0<&1 | head -1");

        result.Errors.ShouldBeEmpty();
        result.Output.ShouldContain(" rules");
    }

    private static Task<CommandResult> RunAsync(string script) => InfraCommand.RunInShellAsync(Repository.Root, script, "policies");
}

using Infra.Review.Model;
using Infra.Review.Project;

namespace Infra.Tests.Review.Project;

public sealed class RefusedConfigurationTests
{
    private const string Text = "Configuration of stack 'dev' is wrong: …";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Missing required configuration variable 'shop:owner'")]
    [InlineData("Configuration cannot be used:\n  - shop:owner is '[1]'.")]
    [InlineData("Configuration cannot be used:\n  - shop:owner is missing.\n  - shop:queues, of which there is none.")]
    [InlineData("Missing required configuration variable 'shop:owner'\n\nConfiguration cannot be used:\n  - shop:queues is 'x'.")]
    public void What_is_told_already_is_not_told_again(string? found) => ShouldTell(found, Text);

    [Theory]
    [InlineData("Configuration cannot be used:\n  - shop:queues.mails is wrong.")]
    [InlineData("Configuration cannot be used:\n  - shop:queues[0] is wrong.")]
    [InlineData("Configuration cannot be used:\n  - shop:queues-of-mails is wrong.")]
    [InlineData("Configuration cannot be used:\n  - bookshop:queues is wrong.")]
    [InlineData("Missing required configuration variable 'shop:other'")]
    public void What_only_the_program_can_tell_follows(string found) => ShouldTell(found, $"{Text}\n\n{found}");

    [Fact]
    public void Of_a_list_the_rest_is_kept_under_its_heading() => ShouldTell(
        "Configuration cannot be used:\n  - shop:owner is missing.\n  - shop:port is 0.\n\nMissing required configuration variable 'shop:queues'",
        $"{Text}\n\nConfiguration cannot be used:\n  - shop:port is 0.");

    private static void ShouldTell(string? found, string message)
    {
        var exception = new RefusedConfiguration(Text, ["shop:owner", "shop:queues"]).ToException(found);

        exception.Message.ShouldBe(message);
        exception.Code.ShouldBe(ExitCode.Configuration);
    }
}

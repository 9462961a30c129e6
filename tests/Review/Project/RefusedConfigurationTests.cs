using Infra.Review.Model;
using Infra.Review.Project;

namespace Infra.Tests.Review.Project;

public sealed class RefusedConfigurationTests
{
    private const string Text = "Configuration of stack 'dev' is wrong: …";

    [Theory]
    [InlineData]
    [InlineData("Missing required configuration variable 'shop:owner'\n\tplease set a value using the command `pulumi config set shop:owner <value>`")]
    [InlineData("Configuration cannot be used:\n  - shop:owner is '[1]'.")]
    [InlineData("Configuration cannot be used:\n  - shop:owner is missing.\n  - shop:queues, of which there is none.")]
    [InlineData("Configuration cannot be used:\n  - shop:owner is wrong:\n    allowed is a team or\n    a person")]
    [InlineData("Configuration cannot be used:\n  - shop:owner is wrong:\n\n    allowed is a team")]
    [InlineData("Configuration cannot be used:\n  - shop:ports[1] is 'x'.")]
    [InlineData("Missing required configuration variable 'my.shop:owner'")]
    [InlineData("Configuration cannot be used:\n  - my.shop:owner is missing.")]
    [InlineData("Missing required configuration variable '3shop:owner'")]
    [InlineData("Configuration cannot be used:\n  * 'shop:owner' is missing.")]
    [InlineData("Missing required configuration variable 'shop:owner'", "Configuration cannot be used:\n  - shop:queues is 'x'.")]
    public void What_is_told_already_is_not_told_again(params string[] errors) => ShouldTell(errors, Text);

    [Theory]
    [InlineData("Configuration cannot be used:\n  - shop:queues.mails is wrong.")]
    [InlineData("Configuration cannot be used:\n  - shop:queues[0] is wrong.")]
    [InlineData("Configuration cannot be used:\n  - shop:ports[0] is 0.")]
    [InlineData("Configuration cannot be used:\n  - shop:queues-of-mails is wrong.")]
    [InlineData("Configuration cannot be used:\n  - bookshop:queues is wrong.")]
    [InlineData("Configuration cannot be used:\n  - book.shop:queues is wrong.")]
    [InlineData("Configuration cannot be used:\n  - shop:team is nobody:\n    allowed is shop:owner or\n    a person")]
    [InlineData("Missing required configuration variable 'shop:other'")]
    [InlineData("Configuration value 'shop:port' is -1, as shop:owner knows.")]
    [InlineData("Configuration cannot be used:\n* shop:mail is empty.\n* shop:port is 0.")]
    public void What_only_the_program_can_tell_follows(string error) => ShouldTell([error], $"{Text}\n\n{error}");

    [Fact]
    public void Of_a_list_the_rest_is_kept_under_its_heading() => ShouldTell(
        [
            "Configuration cannot be used:\n  - shop:owner is missing:\n    it must be given.\n  - shop:port is 0.",
            "Missing required configuration variable 'shop:queues'",
        ],
        $"{Text}\n\nConfiguration cannot be used:\n  - shop:port is 0.");

    [Fact]
    public void What_follows_a_list_is_no_part_of_its_last_item() => ShouldTell(
        ["Configuration cannot be used:\n- shop:port is 0.\n- shop:owner is missing.\nAlso shop:mail is empty."],
        $"{Text}\n\nConfiguration cannot be used:\n- shop:port is 0.\nAlso shop:mail is empty.");

    [Fact]
    public void An_empty_line_after_a_list_stays_with_what_follows() => ShouldTell(
        ["Configuration cannot be used:\n  - shop:port is 0.\n  - shop:owner is missing.\n\nAlso shop:mail is empty."],
        $"{Text}\n\nConfiguration cannot be used:\n  - shop:port is 0.\n\nAlso shop:mail is empty.");

    [Fact]
    public void What_follows_a_list_stays_when_the_list_is_known() => ShouldTell(
        ["Configuration\ncannot be used:\n- shop:owner is missing.\nAlso shop:mail is empty."],
        $"{Text}\n\nConfiguration\ncannot be used:\nAlso shop:mail is empty.");

    [Fact]
    public void Warnings_of_the_program_follow_whatever_it_says_of_the_configuration() => ShouldTell(
        ["Configuration cannot be used:\n  - shop:owner is missing."], $"{Text}\nThere were warnings: one", "\nThere were warnings: one");

    private static void ShouldTell(string[] errors, string message, string warnings = "")
    {
        string[] keys = ["shop:owner", "shop:queues", "shop:ports", "shop:ports[1]", "my.shop:owner", "3shop:owner"];
        var exception = new RefusedConfiguration(Text, keys).ToException(errors, warnings);

        exception.Message.ShouldBe(message);
        exception.Code.ShouldBe(ExitCode.Configuration);
    }
}

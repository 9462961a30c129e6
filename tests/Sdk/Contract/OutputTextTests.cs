using Pulumi;

namespace Infra.Tests.Sdk.Contract;

/// <summary>An output has no text of its own. The variable that turns the warning into an error counts for the whole process.</summary>
public sealed class OutputTextTests
{
    private const string Variable = "PULUMI_ERROR_OUTPUT_STRING";

    [Fact]
    public async Task The_text_of_an_output_says_that_there_is_none()
    {
        var text = "";
        await TestRun.PreviewAsync(() => { text = Output.Create("a").ToString(); });

        text.ShouldStartWith("Calling [ToString] on an [Output<T>] is not supported.");
        text.ShouldEndWith("This function may throw in a future version of Pulumi.");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    public async Task The_text_can_be_made_an_error(string value)
    {
        Environment.SetEnvironmentVariable(Variable, value);
        try
        {
            await TestRun.PreviewAsync(() => { Should.Throw<InvalidOperationException>(() => Output.Create("a").ToString()); });
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    [Fact]
    public void Without_a_deployment_there_is_nowhere_to_warn() =>
        Should.Throw<InvalidOperationException>(() => Output.Create("a").ToString());
}

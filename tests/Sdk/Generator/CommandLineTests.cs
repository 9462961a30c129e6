using GeneratorCommandLine = Infra.Sdk.Generator.CommandLine;

namespace Infra.Tests.Sdk.Generator;

public class CommandLineTests
{
    [Theory]
    [InlineData("add")]
    [InlineData("add", "aws:ec2/flowLog:FlowLog")]
    [InlineData("add", "aws:ec2/flowLog:FlowLog", "--from", "no-such-schema.json")]
    [InlineData("remove")]
    public void A_mistake_of_its_user_is_exit_code_2(params string[] arguments) => GeneratorCommandLine.Run(arguments).ShouldBe(2);

    [Fact]
    public void Help_is_no_mistake() => GeneratorCommandLine.Run(["add", "--help"]).ShouldBe(0);
}

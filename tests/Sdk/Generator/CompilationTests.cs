namespace Infra.Tests.Sdk.Generator;

public sealed class CompilationTests : IDisposable
{
    private const string UserCode = """
        using Pulumi;
        using Pulumi.Aws.Ec2;
        using Pulumi.Aws.Ec2.Inputs;

        public static class User
        {
            public static Output<string> Log(Input<string> vpc)
            {
                var log = new FlowLog("log", new()
                {
                    VpcId = vpc,
                    MaxAggregationInterval = 60,
                    DestinationOptions = new FlowLogDestinationOptionsArgs { FileFormat = "parquet", PerHourPartition = true },
                    Tags = { ["team"] = "platform" },
                });
                return Output.Tuple(log.Arn, log.Tags.Apply(tags => tags?["team"] ?? "")).Apply(both => both.Item1 + both.Item2);
            }
        }
        """;

    private readonly AdditionFolder _folder = new();
    private readonly AdditionFolder _output = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
    }

    [Fact]
    public async Task What_is_added_compiles_together_with_code_that_uses_it()
    {
        _folder.Add(
            "aws:ec2/flowLog:FlowLog",
            "aws:sqs/queuePolicy:QueuePolicy",
            "aws:sns/topicPolicy:TopicPolicy",
            "aws:elasticache/parameterGroup:ParameterGroup",
            "aws:ssm/parameter:Parameter",
            "aws:ec2/getManagedPrefixList:getManagedPrefixList",
            "aws:index/getPartition:getPartition");

        (await Compiler.CompileAsync(_folder.Sources().Append(new("User.cs", UserCode)).ToDictionary(), _output.Path)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_not_added_is_not_there()
    {
        _folder.Add("aws:ssm/parameter:Parameter");

        (await Compiler.CompileAsync(_folder.Sources().Append(new("User.cs", UserCode)).ToDictionary(), _output.Path)).ShouldContain("CS0234");
    }
}

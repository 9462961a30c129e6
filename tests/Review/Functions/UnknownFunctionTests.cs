using Google.Protobuf.WellKnownTypes;
using Infra.Review.Engine;
using Infra.Review.Engine.Functions;
using Infra.Review.Engine.Registration;
using Infra.Review.Secrets;
using Infra.Rpc;
using Infra.Rpc.Messages;

namespace Infra.Tests.Review.Functions;

public sealed class UnknownFunctionTests : IDisposable
{
    private const string Token = "aws:ec2/getVpc:getVpc";

    private readonly string _folder = Directory.CreateTempSubdirectory("infra-functions-").FullName;
    private readonly CallbackClient _callbacks = new();
    private readonly Refusals _refusals = new();

    public void Dispose()
    {
        _callbacks.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task An_unknown_function_is_refused_with_its_token_and_the_way_to_answer_it()
    {
        var refused = await Should.ThrowAsync<RpcException>(InvokeAsync(Token));

        refused.Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain(Token),
            message => message.ShouldContain("tagged"),
            message => message.ShouldContain("infra.answers.yaml"),
            message => message.ShouldContain($"- token: {Token}"));
        _refusals.All.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_argument_that_is_a_whole_file_is_told_by_its_length()
    {
        var call = new ResourceInvokeRequest { Tok = "kubernetes:yaml:decode", Args = new Struct { Fields = { ["text"] = Value.ForString(new('x', 5000)) } } };

        var refused = await Should.ThrowAsync<RpcException>(InvokeAsync(call));

        refused.Message.ShouldContain("{text: <5000 characters>}");
    }

    [Fact]
    public async Task An_answer_of_the_repository_wins_over_what_is_built_in()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, RecordedAnswers.FileName), """
            functions:
              - token: aws:index/getRegion:getRegion
                result: { region: xx-moon-1 }
            """);

        (await InvokeAsync("aws:index/getRegion:getRegion")).Return.Fields["region"].StringValue.ShouldBe("xx-moon-1");
    }

    [Fact]
    public async Task Refused_arguments_reach_the_program_as_failures()
    {
        var response = await InvokeAsync("aws:ssm/getParameter:getParameter");

        response.Failures.ShouldHaveSingleItem().Property.ShouldBe("name");
        _refusals.All.ShouldBeEmpty();
    }

    private Task<ResourceInvokeResponse> InvokeAsync(string token) =>
        InvokeAsync(new ResourceInvokeRequest { Tok = token, Args = new Struct { Fields = { ["state"] = Value.ForString("tagged") } } });

    private Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        var facts = Calls.Facts("eu-central-1");
        var registry = new ResourceRegistry();
        var log = new DiagnosticLog(new SecretTexts([]), progress: null);
        var functions = new FunctionCalls(
            registry, new Providers(facts, registry, _refusals), new Regions(facts, registry, log), new Transforms(_callbacks),
            RecordedAnswers.Read(_folder), _refusals, log);
        return functions.InvokeAsync(request, CancellationToken.None);
    }
}

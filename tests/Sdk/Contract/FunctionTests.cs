using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Vectors.Provider;

namespace Infra.Tests.Sdk.Contract;

/// <summary>Provider functions, methods of resources and references to other stacks.</summary>
public sealed class FunctionTests
{
    private static readonly Dictionary<string, object> Thing = new() { ["name"] = "n", ["count"] = 3, ["zones"] = new[] { "a" } };

    [Fact]
    public async Task A_function_gets_its_arguments_and_gives_a_typed_result()
    {
        var mocks = new RecordingMocks { AnswerCall = _ => Thing };
        await TestRun.PreviewAsync(async () =>
        {
            var result = await GetThing.Invoke(new GetThingInvokeArgs { Name = Output.Create("x"), Filters = { "f" } }).ValueAsync();
            (result.Name, result.Count, result.Zones.Single(), result.Tags).ShouldBe(("n", 3, "a", null));
        }, mocks);

        var call = mocks.Calls.ShouldHaveSingleItem();
        (call.Token, call.Args["name"], call.Provider).ShouldBe(("test:index:getThing", "x", ""));
    }

    [Fact]
    public async Task A_plain_call_runs_at_once() =>
        await TestRun.PreviewAsync(
            async () => (await GetThing.InvokeAsync(new GetThingArgs { Name = "x" })).Count.ShouldBe(3),
            new RecordingMocks { AnswerCall = _ => Thing });

    [Fact]
    public async Task An_unknown_argument_keeps_the_mock_from_being_called()
    {
        var mocks = new RecordingMocks();
        await TestRun.UpdateAsync(async () =>
        {
            var result = GetThing.Invoke(new GetThingInvokeArgs { Name = OutputUtilities.CreateUnknown("") });
            (await result.FactsAsync()).IsKnown.ShouldBeFalse();
        }, mocks);

        mocks.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_resource_without_an_id_keeps_the_mock_from_being_called()
    {
        var mocks = new RecordingMocks { Answer = args => (null, args.Inputs), AnswerCall = _ => Thing };
        await TestRun.PreviewAsync(async () =>
        {
            var thing = new Thing("a");
            (await GetThing.Invoke(new() { Name = "x" }, new InvokeOutputOptions { DependsOn = { thing } }).FactsAsync()).IsKnown.ShouldBeFalse();
            (await GetThing.Invoke(new() { Name = thing.Str! }).FactsAsync()).IsKnown.ShouldBeFalse();
        }, mocks);

        mocks.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Dependencies_of_the_arguments_flow_to_the_result_and_secretness_does_not() =>
        await TestRun.UpdateAsync(
            async () =>
            {
                var thing = new Thing("a");
                var facts = await GetThing.Invoke(new() { Name = Output.CreateSecret(thing.Id) }).FactsAsync();

                facts.Dependencies.ShouldBe([thing]);
                facts.IsSecret.ShouldBeFalse();
            },
            new RecordingMocks { AnswerCall = _ => Thing });

    [Fact]
    public async Task A_single_result_is_taken_out_of_its_dictionary() =>
        await TestRun.PreviewAsync(
            async () => (await Deployment.Instance
                .InvokeSingle<string>("test:index:single", InvokeArgs.Empty, (InvokeOptions?)null).ValueAsync()).ShouldBe("one"),
            new RecordingMocks { AnswerCall = _ => new Dictionary<string, object> { ["value"] = "one" } });

    [Fact]
    public async Task A_method_tells_whose_it_is()
    {
        var mocks = new RecordingMocks { AnswerCall = _ => Thing };
        await TestRun.UpdateAsync(async () =>
        {
            var result = Deployment.Instance.Call<GetThingResult>("test:index:Thing/method", CallArgs.Empty, new Thing("a"));
            (await result.ValueAsync()).Name.ShouldBe("n");
        }, mocks);

        mocks.Calls.ShouldHaveSingleItem().Args["__self__"].ShouldBeOfType<Thing>();
    }

    [Fact]
    public async Task A_stack_reference_is_a_read()
    {
        var mocks = new RecordingMocks { Answer = _ => ("ignored", StackState) };
        await TestRun.UpdateAsync(async () =>
        {
            var reference = new StackReference("acme/net/prod");
            (await reference.GetOutput("url").ValueAsync()).ShouldBe("https://x");
            (await reference.RequireOutput("token").FactsAsync()).IsSecret.ShouldBeTrue();
            (await reference.RequireOutput("url").FactsAsync()).IsSecret.ShouldBeFalse();
            (await reference.GetOutput("zz").FactsAsync()).Value.ShouldBeNull();
            (await reference.GetOutputDetailsAsync("token")).SecretValue.ShouldBe("t");
            (await reference.GetValueAsync("url")).ShouldBe("https://x");
        }, mocks);

        var read = mocks.Resources.ShouldHaveSingleItem();
        (read.Type, read.Id, read.Inputs["name"]).ShouldBe(("pulumi:pulumi:StackReference", "acme/net/prod", "acme/net/prod"));
    }

    [Fact]
    public async Task A_required_output_that_another_stack_lacks_is_an_error()
    {
        var messages = await TestRun.FailureOfAsync(() => TestRun.UpdateAsync(
            () => { _ = new StackReference("s").RequireOutput("x"); },
            new RecordingMocks { Answer = _ => ("", StackState) }));

        messages.ShouldContain(message => message.Contains("Required output 'x' does not exist on stack 'acme/net/prod'."));
    }

    private static ImmutableDictionary<string, object> StackState { get; } = ImmutableDictionary<string, object>.Empty
        .Add("name", "acme/net/prod")
        .Add("outputs", new Dictionary<string, object> { ["url"] = "https://x", ["token"] = Output.CreateSecret("t") })
        .Add("secretOutputNames", new[] { "token" });
}

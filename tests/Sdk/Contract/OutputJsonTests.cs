using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Sdk.Contract;

public sealed class OutputJsonTests
{
    [Fact]
    public async Task Outputs_and_inputs_at_any_depth_become_their_values()
    {
        var late = new TaskCompletionSource<string>();
        Input<int> number = 1;
        InputList<string> list = ["a", Output.Create("b")];
        InputMap<string> map = new() { ["k"] = Output.Create("v") };
        var json = Output.JsonSerialize(Output.Create(new { late = Output.Create(late.Task), inner = new { number, list, map }, nothing = (string?)null }));
        late.SetResult("l");

        (await json.ValueAsync()).ShouldBe("""{"late":"l","inner":{"number":1,"list":["a","b"],"map":{"k":"v"}},"nothing":null}""");
    }

    [Fact]
    public async Task An_output_inside_an_output_is_found_when_it_is_there()
    {
        var inner = new TaskCompletionSource<int>();
        var outer = new TaskCompletionSource<Dictionary<string, Output<int>>>();
        var json = Output.JsonSerialize(Output.Create(new[] { Output.Create(outer.Task) }));
        outer.SetResult(new() { ["n"] = Output.Create(inner.Task) });
        inner.SetResult(3);

        (await json.ValueAsync()).ShouldBe("""[{"n":3}]""");
    }

    [Fact]
    public async Task One_unknown_inside_makes_the_whole_text_unknown() =>
        (await Output.JsonSerialize(Output.Create(new[] { Output.Create("a"), OutputUtilities.CreateUnknown("b") })).FactsAsync()).IsKnown.ShouldBeFalse();

    [Fact]
    public async Task One_secret_inside_makes_the_whole_text_secret() =>
        (await Output.JsonSerialize(Output.Create(new[] { Output.Create("a"), Output.CreateSecret("b") })).FactsAsync())
            .ShouldBe(new(true, true, """["a","b"]""", []), FactsComparer<string>.Instance);

    [Fact]
    public async Task A_whole_double_is_written_without_a_fraction() =>
        (await Output.JsonSerialize(Output.Create(new { Value = 1.0 })).ValueAsync()).ShouldBe("""{"Value":1}""");

    [Fact]
    public async Task Options_are_used_and_not_changed()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

        (await Output.JsonSerialize(Output.Create(new { Name = Output.Create("n") }), options).ValueAsync()).ShouldBe("""{"name":"n"}""");
        options.Converters.ShouldBeEmpty();
        options.IsReadOnly.ShouldBeFalse();
    }

    [Fact]
    public async Task Reading_keeps_the_facts_of_the_text()
    {
        (await Output.JsonDeserialize<int>(Output.CreateSecret("3")).FactsAsync()).ShouldBe(new(true, true, 3, []), FactsComparer<int>.Instance);
        (await Output.JsonDeserialize<int>(OutputUtilities.CreateUnknown("")).FactsAsync()).IsKnown.ShouldBeFalse();
    }

    [Fact]
    public async Task Members_that_are_outputs_or_inputs_are_filled()
    {
        var document = await Output.JsonDeserialize<Document>(Output.Create("""{"Late":"l","Number":2,"List":["a"],"Map":{"k":"v"}}""")).ValueAsync();

        (await document.Late.ValueAsync()).ShouldBe("l");
        (await document.Number.ToOutput().ValueAsync()).ShouldBe(2);
        (await document.List.ToOutput().ValueAsync()).ShouldBe(["a"]);
        (await document.Map.ToOutput().ValueAsync())["k"].ShouldBe("v");
    }

    [Fact]
    public async Task Text_that_is_no_json_makes_the_output_fail() =>
        await Should.ThrowAsync<JsonException>(Output.JsonDeserialize<int>(Output.Create("{")).ValueAsync());

    private sealed class Document
    {
        public required Output<string> Late { get; init; }

        public required Input<int> Number { get; init; }

        public required InputList<string> List { get; init; }

        public required InputMap<string> Map { get; init; }
    }
}

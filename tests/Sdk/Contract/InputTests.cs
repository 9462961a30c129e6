using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Sdk.Contract;

public sealed class InputTests
{
    [Fact]
    public async Task An_input_is_a_value_or_an_output()
    {
        Input<string> plain = "a";
        Input<string> output = Output.CreateSecret("b");
        Output<string> back = plain;

        (await plain.ToOutput().ValueAsync()).ShouldBe("a");
        (await output.ToOutput().FactsAsync()).IsSecret.ShouldBeTrue();
        (await back.ValueAsync()).ShouldBe("a");
        (await plain.Apply(text => text + "!").ValueAsync()).ShouldBe("a!");
    }

    [Fact]
    public async Task No_input_is_a_known_default()
    {
        Input<int>? none = null;

        (await none.ToOutput().FactsAsync()).ShouldBe(new(true, false, 0, []), FactsComparer<int>.Instance);
    }

    [Fact]
    public async Task A_list_takes_values_outputs_and_lists()
    {
        InputList<string> list = ["a", Output.Create("b")];
        list.Add("c", Output.Create("d"));
        list.AddRange(new[] { "e" });

        (await list.ToOutput().ValueAsync()).ShouldBe(["a", "b", "c", "d", "e"]);
        (await list.Concat(new[] { "f" }).ToOutput().ValueAsync()).ShouldBe(["a", "b", "c", "d", "e", "f"]);
        (await list.ToOutput().ValueAsync()).Length.ShouldBe(5);
    }

    [Fact]
    public async Task A_list_converts_from_every_kind_of_list()
    {
        InputList<string>[] lists =
        [
            "a", Output.Create("a"), new[] { "a" }, new[] { Output.Create("a") }, new Input<string>[] { "a" },
            new List<string> { "a" }, new List<Output<string>> { Output.Create("a") }, new List<Input<string>> { "a" },
            ImmutableArray.Create("a"), ImmutableArray.Create(Output.Create("a")), ImmutableArray.Create<Input<string>>("a"),
            Output.Create(new[] { "a" }), Output.Create(new List<string> { "a" }), Output.Create<IEnumerable<string>>(["a"]),
            Output.Create(ImmutableArray.Create("a")),
        ];

        foreach (var list in lists) (await list.ToOutput().ValueAsync()).ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_default_array_is_an_empty_list()
    {
        InputList<string> list = default(ImmutableArray<string>);

        (await list.ToOutput().ValueAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void Lists_and_maps_cannot_be_enumerated_at_once()
    {
        InputList<string> list = ["a"];
        InputMap<string> map = new() { ["k"] = "v" };

        Should.Throw<NotSupportedException>(() => ((System.Collections.IEnumerable)list).GetEnumerator());
        Should.Throw<NotSupportedException>(() => ((System.Collections.IEnumerable)map).GetEnumerator());
    }

    [Fact]
    public async Task An_unknown_list_yields_nothing_to_an_asynchronous_loop()
    {
        InputList<string> known = ["a", "b"];
        InputList<string> unknown = OutputUtilities.CreateUnknown(ImmutableArray.Create("a"));

        (await CountAsync(known)).ShouldBe(2);
        (await CountAsync(unknown)).ShouldBe(0);
    }

    [Fact]
    public async Task A_key_can_be_added_again_only_with_the_same_value()
    {
        var same = new InputMap<string> { { "a", "1" } };
        same.Add("a", "1");
        var other = new InputMap<string> { ["a"] = "1" };
        other["a"] = "2";

        (await same.ToOutput().ValueAsync()).Count.ShouldBe(1);
        (await Should.ThrowAsync<ArgumentException>(other.ToOutput().ValueAsync()))
            .Message.ShouldContain("Key 'a' already exists in the map with a different value.");
    }

    [Fact]
    public async Task A_map_added_to_a_map_may_share_no_key_but_a_merge_may()
    {
        var sum = new InputMap<string> { ["a"] = "1" };
        sum.AddRange(new InputMap<string> { ["a"] = "1" });
        var merged = InputMap<string>.Merge(new() { ["a"] = "1", ["b"] = "1" }, new() { ["a"] = "2" });

        await Should.ThrowAsync<ArgumentException>(sum.ToOutput().ValueAsync());
        (await merged.ToOutput().ValueAsync()).OrderBy(entry => entry.Key).ShouldBe([new("a", "2"), new("b", "1")]);
    }

    [Fact]
    public void A_union_is_one_of_two()
    {
        Union<string, int> text = "x";
        var number = Union<string, int>.FromT1(4);

        (text.IsT0, text.IsT1, text.AsT0, text.Value).ShouldBe((true, false, "x", "x"));
        text.ToString().ShouldBe("System.String: x");
        text.Match(first => first.Length, second => second).ShouldBe(1);
        number.TryPickT0(out _, out var remainder).ShouldBeFalse();
        remainder.ShouldBe(4);
        (number == Union<string, int>.FromT1(4)).ShouldBeTrue();
        (number != text).ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => number.AsT0).Message.ShouldBe("Cannot return as T0 as result is T1");
    }

    [Fact]
    public async Task A_new_input_union_holds_the_default_of_its_first_type() =>
        (await new InputUnion<string, int>().ToOutput().ValueAsync()).IsT0.ShouldBeTrue();

    [Fact]
    public async Task Json_input_is_parsed_text_or_a_document()
    {
        InputJson text = """{"a":1}""";
        InputJson output = Output.Create("""{"a":1}""");
        using var document = JsonDocument.Parse("""{"a":1}""");
        InputJson parsed = document;

        foreach (var json in new[] { text, output, parsed })
            (await json.ToOutput().ValueAsync()).GetProperty("a").GetInt32().ShouldBe(1);
    }

    private static async Task<int> CountAsync(InputList<string> list)
    {
        var count = 0;
        await foreach (var _ in list) count++;
        return count;
    }
}

using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Vectors.Provider;

namespace Infra.Tests.Sdk.Contract;

/// <summary>What mocks are asked, and what their answers become.</summary>
public sealed class MocksTests
{
    [Fact]
    public async Task Mocks_are_asked_for_every_resource_but_the_stack()
    {
        var mocks = new RecordingMocks();
        await TestRun.PreviewAsync(() =>
        {
            var group = new Group("g");
            _ = new Thing("a", null, new() { Parent = group });
            _ = new TestProvider("p");
        }, mocks);

        mocks.Resources.Select(resource => (resource.Type, resource.Name, resource.Id))
            .ShouldBe([("my:lib:Group", "g", ""), ("test:index:Thing", "a", ""), ("pulumi:providers:test", "p", "")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_state_may_be_any_dictionary_with_text_keys()
    {
        IDictionary<string, object?> state = new System.Dynamic.ExpandoObject();
        state["str"] = "given";
        Thing? thing = null;

        await TestRun.UpdateAsync(() => { thing = new Thing("a"); }, new RecordingMocks { Answer = args => ("id", state) });

        (await thing!.Str.ValueAsync()).ShouldBe("given");
    }

    [Theory]
    [InlineData(20)]
    [InlineData(300)]
    public async Task What_waits_for_nothing_but_the_stack_comes_in_the_order_of_the_program(int count)
    {
        string[] names = [.. Enumerable.Range(0, count).Select(index => $"thing-{index}")];

        var resources = await TestRun.PreviewAsync(() => Array.ForEach(names, name => _ = new Thing(name)));

        resources.Select(resource => resource.GetResourceName()).ShouldBe(names);
    }

    [Fact]
    public async Task An_answer_that_blocks_until_another_resource_is_asked_for_does_not_hold_that_one_up()
    {
        using var asked = new ManualResetEventSlim();
        var mocks = new RecordingMocks
        {
            Answer = args =>
            {
                if (args.Name == "second") asked.Set();
                asked.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
                return (args.Name, args.Inputs);
            },
        };

        var resources = await TestRun.PreviewAsync(
            () =>
            {
                _ = new Thing("first");
                _ = new Thing("second");
            },
            mocks);

        resources.Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_read_and_an_import_carry_the_id_that_is_asked_for()
    {
        var mocks = new RecordingMocks { Answer = _ => ("other", ImmutableDictionary<string, object>.Empty) };
        await TestRun.UpdateAsync(async () =>
        {
            (await Thing.Get("read", "r-1").Id.ValueAsync()).ShouldBe("r-1");
            (await new Thing("imported", null, new() { ImportId = "i-1" }).Id.ValueAsync()).ShouldBe("other");
        }, mocks);

        mocks.Named("read").Id.ShouldBe("r-1");
        mocks.Named("imported").Id.ShouldBe("i-1");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_an_id_from_the_mock_the_id_is_unknown(string? id)
    {
        async Task CheckAsync() => (await new Thing("a").Id.FactsAsync()).IsKnown.ShouldBeFalse();

        await TestRun.PreviewAsync(CheckAsync, new RecordingMocks { Answer = args => (id, args.Inputs) });
        await TestRun.UpdateAsync(CheckAsync, new RecordingMocks { Answer = args => (id, args.Inputs) });
    }

    [Fact]
    public async Task An_id_from_the_mock_is_known_in_a_preview_too() =>
        await TestRun.PreviewAsync(async () => (await new Thing("a").Id.ValueAsync()).ShouldBe("a-id"));

    [Fact]
    public async Task Without_an_id_from_the_mock_the_import_id_counts() =>
        await TestRun.UpdateAsync(
            async () => (await new Thing("a", null, new() { ImportId = "i-1" }).Id.ValueAsync()).ShouldBe("i-1"),
            new RecordingMocks { Answer = args => (null, args.Inputs) });

    [Fact]
    public async Task What_the_state_lacks_is_unknown_in_a_preview_and_default_in_an_update()
    {
        await TestRun.PreviewAsync(async () => (await new Thing("a").Arn.FactsAsync()).IsKnown.ShouldBeFalse());
        await TestRun.UpdateAsync(async () =>
        {
            var thing = new Thing("a");

            (await thing.Arn.FactsAsync()).ShouldBe(new(true, false, null!, [thing]), FactsComparer<string>.Instance);
            (await thing.List.ValueAsync()).IsDefault.ShouldBeTrue();
        });
    }

    [Fact]
    public async Task Ids_and_urns_in_the_state_do_not_count() =>
        await TestRun.UpdateAsync(
            async () =>
            {
                var thing = new Thing("a");
                (await thing.Id.ValueAsync()).ShouldBe("real");
                (await thing.Urn.ValueAsync()).ShouldBe("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Thing::a");
            },
            new RecordingMocks { Answer = _ => ("real", new Dictionary<string, object> { ["id"] = "false", ["urn"] = "false" }) });

    [Fact]
    public async Task However_deep_a_resource_lies_its_urn_names_the_stack_and_its_own_type() =>
        await TestRun.PreviewAsync(async () =>
        {
            var team = new Team("t", new() { Parent = new Group("g") });
            var thing = new Thing("a", null, new() { Parent = team });

            (await thing.Urn.ValueAsync()).ShouldBe("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Thing::a");
        });

    [Fact]
    public async Task Two_resources_of_one_name_are_not_noticed()
    {
        var resources = await TestRun.PreviewAsync(() => { _ = (new Thing("a"), new Thing("a")); });

        resources.Length.ShouldBe(2);
    }

    [Fact]
    public async Task The_provider_is_its_urn_and_id()
    {
        var mocks = new RecordingMocks();
        await TestRun.PreviewAsync(() => { _ = new Thing("a", null, new() { Provider = new TestProvider("p") }); _ = new Thing("b"); }, mocks);
        var withoutId = new RecordingMocks { Answer = args => (null, args.Inputs) };
        await TestRun.PreviewAsync(() => { _ = new Thing("a", null, new() { Provider = new TestProvider("p") }); }, withoutId);

        const string Provider = "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:test::p";
        mocks.Named("a").Provider.ShouldBe($"{Provider}::p-id");
        mocks.Named("b").Provider.ShouldBe("");
        withoutId.Named("a").Provider.ShouldBe($"{Provider}::04da6b54-80e4-46f7-96ec-b56ff0331ba9");
    }

    [Fact]
    public async Task The_resources_come_back_in_the_order_of_their_registration()
    {
        // What does not wait for another may overtake it.
        var resources = await TestRun.PreviewAsync(() =>
        {
            Thing? previous = null;
            foreach (var index in Enumerable.Range(0, 20))
                previous = new Thing($"t{index}", null, new() { DependsOn = previous is null ? [] : [previous] });
        });

        resources.Select(resource => resource.GetResourceName()).ShouldBe(Enumerable.Range(0, 20).Select(index => $"t{index}"));
    }

    [Fact]
    public async Task State_may_hold_outputs_secrets_and_unknowns() =>
        await TestRun.UpdateAsync(
            async () =>
            {
                var thing = new Thing("a");
                (await thing.Arn.ValueAsync()).ShouldBe("late");
                (await thing.Password.FactsAsync()).IsSecret.ShouldBeTrue();
                (await thing.Str.FactsAsync()).IsKnown.ShouldBeFalse();
                (await thing.Map.FactsAsync()).IsSecret.ShouldBeTrue();
            },
            new RecordingMocks
            {
                Answer = _ => ("x", new Dictionary<string, object>
                {
                    ["arn"] = Output.Create("late"),
                    ["password"] = Output.CreateSecret("s"),
                    ["str"] = OutputUtilities.CreateUnknown(""),
                    ["map"] = new Dictionary<string, object> { ["k"] = Output.CreateSecret("s") },
                }),
            });

    [Fact]
    public async Task An_args_object_may_be_the_state() =>
        await TestRun.UpdateAsync(
            async () => (await new Thing("a").Str.ValueAsync()).ShouldBe("from args"),
            new RecordingMocks { Answer = _ => ("x", new ThingArgs { Str = "from args" }) });

    [Fact]
    public async Task A_secret_input_that_a_mock_echoes_is_not_secret_any_more() =>
        await TestRun.UpdateAsync(async () => (await new Thing("a", new() { Password = "s" }).Password.FactsAsync()).IsSecret.ShouldBeFalse());

    [Fact]
    public async Task A_state_of_the_wrong_type_yields_the_default_and_no_failure() =>
        await TestRun.UpdateAsync(
            async () => (await new Thing("a").Num.ValueAsync()).ShouldBeNull(),
            new RecordingMocks { Answer = _ => ("x", new Dictionary<string, object> { ["num"] = "seven" }) });

    [Fact]
    public async Task Empty_mocks_echo_the_inputs_without_an_id() =>
        await TestRun.UpdateAsync(
            async () =>
            {
                var thing = new Thing("a", new() { Str = "s" });
                (await thing.Str.ValueAsync()).ShouldBe("s");
                (await thing.Id.FactsAsync()).IsKnown.ShouldBeFalse();
            },
            new EmptyMocks());
}

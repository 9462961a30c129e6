using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Vectors.Provider;

namespace Infra.Tests.Sdk.Contract;

public sealed class OutputTests
{
    private static readonly Output<string> Unknown = OutputUtilities.CreateUnknown("");

    [Fact]
    public async Task Apply_starts_without_anybody_waiting_for_it()
    {
        var started = new TaskCompletionSource();
        _ = Output.Create(1).Apply(value => { started.SetResult(); return value; });

        await started.Task.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Apply_does_not_run_on_an_unknown_value()
    {
        var ran = false;
        var facts = await Output.CreateSecret(Unknown).Apply(value => { ran = true; return value.Length; }).FactsAsync();

        ran.ShouldBeFalse();
        (facts.IsKnown, facts.IsSecret, facts.Value).ShouldBe((false, true, 0));
    }

    [Fact]
    public async Task Apply_joins_the_facts_of_the_outer_and_the_inner_output()
    {
        (await Output.Create(1).Apply(_ => Output.CreateSecret(2)).FactsAsync()).IsSecret.ShouldBeTrue();
        (await Output.CreateSecret(1).Apply(_ => Output.Create(2)).FactsAsync()).IsSecret.ShouldBeTrue();
        (await Output.Create(1).Apply(_ => Unknown).FactsAsync()).IsKnown.ShouldBeFalse();
    }

    [Fact]
    public async Task Apply_to_no_output_at_all_gives_a_known_default()
    {
        (await Output.Create(1).Apply(_ => (Output<int>?)null).FactsAsync()).ShouldBe(new(true, false, 0, []), FactsComparer<int>.Instance);
        (await Output.Create(1).Apply(_ => (Input<string>?)null).FactsAsync()).ShouldBe(new(true, false, null!, []), FactsComparer<string>.Instance);
    }

    [Fact]
    public async Task A_function_that_throws_makes_its_output_fail() =>
        (await Should.ThrowAsync<FormatException>(Output.Create(1).Apply<int>((Func<int, int>)(_ => throw new FormatException("no"))).ValueAsync()))
            .Message.ShouldBe("no");

    [Fact]
    public async Task Apply_waits_for_tasks()
    {
        (await Output.Create(2).Apply(async value => { await Task.Yield(); return value * 2; }).ValueAsync()).ShouldBe(4);
        (await Output.Create(2).Apply(async value => { await Task.Yield(); }).FactsAsync()).IsKnown.ShouldBeTrue();
    }

    [Fact]
    public async Task All_and_Tuple_are_unknown_if_any_part_is_and_keep_what_is_known()
    {
        var all = await Output.All(Output.Create("a"), Unknown).FactsAsync();
        all.IsKnown.ShouldBeFalse();

        var tuple = await Output.Tuple(Output.Create("a"), Output.CreateSecret(2)).FactsAsync();
        tuple.ShouldBe(new(true, true, ("a", 2), []), FactsComparer<(string, int)>.Instance);
    }

    [Fact]
    public async Task All_of_nothing_is_known_and_empty()
    {
        var facts = await Output.All(Array.Empty<Output<string>>()).FactsAsync();

        facts.IsKnown.ShouldBeTrue();
        facts.Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task Dependencies_are_joined() => await TestRun.UpdateAsync(async () =>
    {
        var a = new Thing("a");
        var b = new Thing("b");

        (await Output.Tuple(a.Id, b.Id).FactsAsync()).Dependencies.ShouldBe([a, b], ignoreOrder: true);
        (await a.Id.Apply(_ => b.Id).FactsAsync()).Dependencies.ShouldBe([a, b], ignoreOrder: true);
        (await OutputUtilities.WithDependency(a.Id, b).FactsAsync()).Dependencies.ShouldBe([a, b], ignoreOrder: true);
        (await Output.CreateSecret(a.Id).FactsAsync()).Dependencies.ShouldBe([a]);
    });

    [Fact]
    public async Task Format_resolves_its_holes_before_it_formats_them()
    {
        Input<int> number = 7;
        var text = Output.Format($"{"plain"}-{Output.Create(1.5):F2}-{number:D3}-{null}-{Output.Create((string?)null)}");

        (await text.ValueAsync()).ShouldBe("plain-1.50-007--");
    }

    [Fact]
    public async Task Format_is_unknown_or_secret_if_a_hole_is()
    {
        (await Output.Format($"a{Unknown}").FactsAsync()).IsKnown.ShouldBeFalse();
        (await Output.Format($"a{Output.CreateSecret("s")}").FactsAsync()).ShouldBe(new(true, true, "as", []), FactsComparer<string>.Instance);
    }

    [Fact]
    public async Task Format_prints_the_type_of_a_list() =>
        (await Output.Format($"{Output.Create(ImmutableArray.Create("a"))}").ValueAsync()).ShouldStartWith("System.Collections.Immutable.ImmutableArray");

    [Fact]
    public async Task Unsecret_leaves_the_original_secret()
    {
        var secret = Output.CreateSecret("s");

        (await Output.Unsecret(secret).FactsAsync()).ShouldBe(new(true, false, "s", []), FactsComparer<string>.Instance);
        (await secret.FactsAsync()).IsSecret.ShouldBeTrue();
    }

    [Fact]
    public async Task CreateSecret_keeps_what_is_known() => (await Output.CreateSecret(Unknown).FactsAsync()).IsKnown.ShouldBeFalse();

    [Fact]
    public async Task The_factory_of_an_unknown_never_runs()
    {
        var unknown = OutputUtilities.CreateUnknown<int>(() => throw new InvalidOperationException("ran"));

        (await unknown.FactsAsync()).ShouldBe(new(false, false, 0, []), FactsComparer<int>.Instance);
    }

    [Fact]
    public async Task A_list_can_be_read_by_index_first_element_and_length()
    {
        var list = Output.Create(ImmutableArray.Create("a", "b"));

        (await list.GetAt(1).ValueAsync()).ShouldBe("b");
        (await list.First().ValueAsync()).ShouldBe("a");
        (await list.Length().ValueAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_union_can_be_asked_which_it_is()
    {
        var union = Output.Create(Union<string, int>.FromT1(4));

        (await union.IsT0().ValueAsync()).ShouldBeFalse();
        (await union.IsT1().ValueAsync()).ShouldBeTrue();
        (await union.AsT1().ValueAsync()).ShouldBe(4);
        (await union.Value().ValueAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task A_deferred_output_follows_what_it_is_resolved_with_and_only_once()
    {
        var deferred = new DeferredOutput<string>();
        deferred.Resolve(Output.CreateSecret("s"));

        (await deferred.Output.FactsAsync()).ShouldBe(new(true, true, "s", []), FactsComparer<string>.Instance);
        Should.Throw<InvalidOperationException>(() => deferred.Resolve(Output.Create("t"))).Message.ShouldBe("DeferredOutput can only be resolved once.");
    }

    [Fact]
    public async Task A_run_waits_for_a_deferred_output()
    {
        var deferred = new DeferredOutput<string>();
        var mocks = new RecordingMocks();
        var run = TestRun.UpdateAsync(() => { _ = new Thing("a", new ThingArgs { Str = deferred.Output }); }, mocks);

        (await Task.WhenAny(run, Task.Delay(150))).ShouldNotBe(run);
        deferred.Resolve(Output.Create("late"));
        await run;

        mocks.Named("a").Inputs["str"].ShouldBe("late");
    }
}

using Pulumi;
using Vectors.Provider;

namespace Infra.Tests.Sdk.Contract;

/// <summary>How a run under mocks reports what went wrong.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_run_exception_keeps_its_message() =>
        (await TestRun.FailureOfAsync(() => TestRun.UpdateAsync((Action)(() => throw new RunException("as it is"))))).ShouldBe(["as it is"]);

    [Fact]
    public async Task Any_other_exception_is_told_with_its_type_and_stack()
    {
        var message = (await TestRun.FailureOfAsync(() => TestRun.UpdateAsync((Action)(() => throw new FormatException("odd"))))).ShouldHaveSingleItem();

        message.ShouldStartWith("Running program '");
        message.ShouldContain("' failed with an unhandled exception:\n");
        message.ShouldContain("System.FormatException: odd");
        message.ShouldContain(nameof(Any_other_exception_is_told_with_its_type_and_stack));
    }

    [Fact]
    public async Task A_resource_exception_can_hide_its_stack() =>
        (await TestRun.FailureOfAsync(() =>
                TestRun.UpdateAsync((Action)(() => throw new ResourceException("bare", null, hideStack: true)))))
            .ShouldBe(["bare"]);

    [Fact]
    public async Task A_resource_exception_shows_its_stack_otherwise()
    {
        var message = (await TestRun.FailureOfAsync(() => TestRun.UpdateAsync((Action)(() => throw new ResourceException("seen", null)))))
            .ShouldHaveSingleItem();

        message.ShouldContain("seen");
        message.ShouldContain(nameof(A_resource_exception_shows_its_stack_otherwise));
    }

    [Fact]
    public async Task A_failing_output_is_reported_though_nobody_uses_it() =>
        (await TestRun.FailureOfAsync(() => TestRun.UpdateAsync(() => { _ = Output.Create(1).Apply(FailAsync); })))
            .ShouldHaveSingleItem().ShouldContain("System.FormatException: late");

    [Fact]
    public async Task A_cancellation_keeps_its_message_and_stack_and_counts_once_however_many_outputs_follow()
    {
        var message = (await TestRun.FailureOfAsync(() => TestRun.UpdateAsync(() =>
        {
            _ = Output.Create(1).Apply(TimeOutAsync).Apply(value => value + 1).Apply(value => value + 1);
        }))).ShouldHaveSingleItem();

        message.ShouldContain("System.Threading.Tasks.TaskCanceledException: the request took 100 seconds");
        message.ShouldContain(nameof(TimeOutAsync));
    }

    [Fact]
    public async Task An_exception_is_told_with_what_caused_it()
    {
        var message = (await TestRun.FailureOfAsync(() => TestRun.UpdateAsync((Action)(() =>
            throw new InvalidOperationException("outer", new FormatException("within", new ArgumentException("innermost"))))))).ShouldHaveSingleItem();

        message.ShouldContain("System.InvalidOperationException: outer");
        message.ShouldContain("\n ---> System.FormatException: within");
        message.ShouldContain("\n ---> System.ArgumentException: innermost");
    }

    [Fact]
    public async Task A_key_that_two_maps_share_is_reported_though_nobody_uses_the_map() =>
        (await TestRun.FailureOfAsync(() => TestRun.UpdateAsync(() =>
        {
            var map = new InputMap<string> { { "a", "1" } };
            map.AddRange(new InputMap<string> { { "a", "1" } });
        }))).ShouldHaveSingleItem().ShouldContain("Key 'a' already exists in the map");

    [Fact]
    public async Task A_key_that_is_given_many_values_is_one_error_and_one_of_the_resource()
    {
        var messages = await TestRun.FailureOfAsync(() => TestRun.UpdateAsync(() =>
        {
            _ = new Thing("a", new() { Map = { { "a", "1" }, { "a", "2" }, { "a", "3" }, { "a", "4" } } });
        }));

        messages.Count.ShouldBe(2);
        messages.Count(message => message.Contains("error serializing property \"map\"")).ShouldBe(1);
    }

    [Fact]
    public async Task A_failing_output_that_feeds_a_resource_is_two_errors()
    {
        var messages = await TestRun.FailureOfAsync(() => TestRun.UpdateAsync(() =>
        {
            _ = new Thing("a", new() { Str = Output.Create("x").Apply(async text => { await FailAsync(1); return text; }) });
        }));

        messages.Count.ShouldBe(2);
        messages.ShouldContain(message => message.Contains("System.FormatException: late") && !message.Contains("error serializing"));
        messages.ShouldContain(message => message.Contains("error serializing property \"str\": late"));
    }

    [Fact]
    public async Task A_failing_mock_keeps_its_message_and_faults_every_output()
    {
        Thing? thing = null;
        var messages = await TestRun.FailureOfAsync(() => TestRun.UpdateAsync(
            () => { thing = new Thing("a"); },
            new RecordingMocks { Answer = _ => throw new InvalidOperationException("mock is broken") }));

        messages.ShouldContain(message => message.Contains("mock is broken"));
        await Should.ThrowAsync<Exception>(thing!.Arn.ValueAsync());
        await Should.ThrowAsync<Exception>(thing.Id.ValueAsync());
    }

    [Fact]
    public async Task A_logged_error_fails_the_run_with_its_text() =>
        (await TestRun.FailureOfAsync(() => TestRun.UpdateAsync(() => Log.Error("not good")))).ShouldBe(["not good"]);

    [Fact]
    public async Task Other_log_lines_fail_nothing() => await Should.NotThrowAsync(() => TestRun.UpdateAsync(() =>
    {
        Log.Warn("w");
        Log.Info("i");
        Log.Debug("d");
    }));

    [Fact]
    public async Task A_failed_run_leaves_its_exit_code()
    {
        await TestRun.FailureOfAsync(() => TestRun.UpdateAsync((Action)(() => throw new RunException("x"))));

        Environment.ExitCode.ShouldBe(32);
    }

    [Fact]
    public async Task A_missing_required_member_is_named_by_its_class()
    {
        var top = await TestRun.FailureOfAsync(() => TestRun.UpdateAsync(() => { _ = new Vault("v", new VaultArgs()); }));
        var nested = await TestRun.FailureOfAsync(() => TestRun.UpdateAsync(() => { _ = new Vault("v", new VaultArgs { Key = "k", Leaf = new LeafArgs() }); }));

        top.ShouldHaveSingleItem().ShouldContain("[Input] Vectors.Provider.VaultArgs.Key is required but was not given a value (Parameter 'Key')");
        nested.ShouldHaveSingleItem().ShouldContain("[Input] Vectors.Provider.LeafArgs.LeafName is required but was not given a value (Parameter 'LeafName')");
        nested[0].ShouldContain("error serializing property \"leaf\": ");
    }

    [Fact]
    public async Task A_failing_stack_constructor_is_reported_like_a_program() =>
        (await TestRun.FailureOfAsync(() => Deployment.TestAsync<FailingStack>(new RecordingMocks()))).ShouldBe(["in the constructor"]);

    private static async Task<int> TimeOutAsync(int value)
    {
        await Task.Yield();
        throw new TaskCanceledException("the request took 100 seconds");
    }

    private static async Task FailAsync(int ignored)
    {
        await Task.Yield();
        throw new FormatException("late");
    }

    private sealed class FailingStack : Stack
    {
        public FailingStack() => throw new RunException("in the constructor");
    }
}

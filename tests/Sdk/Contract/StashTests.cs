using System.Collections.Immutable;
using Pulumi;

namespace Infra.Tests.Sdk.Contract;

/// <summary>The one resource class that the SDK itself has for its users.</summary>
public sealed class StashTests
{
    [Fact]
    public async Task A_stash_hands_over_any_value_and_has_what_is_kept()
    {
        var mocks = new RecordingMocks { Answer = args => ("id", args.Inputs.Add("output", "the first one")) };
        Stash? stash = null;

        await TestRun.UpdateAsync(() => { stash = new Stash("s", new StashArgs { Input = ImmutableArray.Create(1, 2) }); }, mocks);

        mocks.Resources.Single().Type.ShouldBe("pulumi:index:Stash");
        (await stash!.Input.ValueAsync()).ShouldBeOfType<ImmutableArray<object>>().ShouldBe([1.0, 2.0]);
        (await stash.Output.ValueAsync()).ShouldBe("the first one");
    }

    [Fact]
    public async Task A_stash_needs_a_value() =>
        (await TestRun.FailureOfAsync(() => TestRun.UpdateAsync(() => { _ = new Stash("s", new StashArgs()); })))
            .ShouldHaveSingleItem().ShouldContain("[Input] Pulumi.StashArgs.Input is required but was not given a value (Parameter 'Input')");
}

using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Vectors.Provider;

namespace Infra.Tests.Sdk.Contract;

public sealed class RegisteredOutputsTests
{
    [Fact]
    public async Task A_component_registers_its_output_properties()
    {
        var outputs = await OutputsOfAsync(() => { _ = new Box("b"); }, "my:lib:Box::b");

        outputs.Keys.Order().ShouldBe(["NoName", "number", "plain", "secret", "thing", "unknown"]);
        (await outputs["number"].ValueAsync()).ShouldBe(3.0);
        (await outputs["plain"].ValueAsync()).ShouldBe("p");
        (await outputs["secret"].FactsAsync()).ShouldBe(new(true, true, "s", []), FactsComparer<object?>.Instance);
        (await outputs["unknown"].FactsAsync()).IsKnown.ShouldBeFalse();
        (await outputs["thing"].ValueAsync()).ShouldBeOfType<Thing>();
    }

    [Fact]
    public async Task Outputs_may_be_registered_under_any_key_and_more_than_once()
    {
        var mocks = new RecordingMocks();
        await TestRun.UpdateAsync(() => { _ = new Twice("t"); }, mocks);

        mocks.Outputs.Where(request => request.Urn.EndsWith("::t", StringComparison.Ordinal))
            .Select(request => request.Outputs.Keys.Single())
            .ShouldBe(["__first-Key", "second", "third"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_program_that_returns_outputs_gets_them_back_and_registers_none()
    {
        var mocks = new RecordingMocks();
        var unresolved = Output.Create("x");
        var (resources, outputs) = await Deployment.TestAsync(mocks, new TestOptions(), () => new Dictionary<string, object?> { ["a"] = unresolved });

        resources.ShouldBeEmpty();
        outputs["a"].ShouldBeSameAs(unresolved);
        var stack = mocks.Outputs.ShouldHaveSingleItem();
        stack.Urn.ShouldBe("urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack");
        stack.Outputs.ShouldBeEmpty();
    }

    private static async Task<ImmutableDictionary<string, Output<object?>>> OutputsOfAsync(Action program, string urnEnd)
    {
        var mocks = new RecordingMocks();
        await TestRun.UpdateAsync(program, mocks);
        return mocks.Outputs.Single(request => request.Urn.EndsWith(urnEnd, StringComparison.Ordinal)).Outputs;
    }

    private sealed class Box : ComponentResource
    {
        public Box(string name)
            : base("my:lib:Box", name)
        {
            Thing = Output.Create(new Thing("inner", null, new() { Parent = this }));
            RegisterOutputs();
        }

        [Output("number")]
        public Output<int> Number { get; } = Output.Create(3);

        [Output("plain")]
        public string Plain { get; } = "p";

        [Output("secret")]
        public Output<string> Secret { get; } = Output.CreateSecret("s");

        [Output("unknown")]
        public Output<string> Unknown { get; } = OutputUtilities.CreateUnknown("");

        [Output("thing")]
        public Output<Thing> Thing { get; }

        [Output("nothing")]
        public Output<string>? Nothing { get; }

        [Output]
        public Output<string> NoName { get; } = Output.Create("n");
    }

    private sealed class Twice : ComponentResource
    {
        public Twice(string name)
            : base("my:lib:Twice", name)
        {
            RegisterOutputs(new Dictionary<string, object?> { ["__first-Key"] = 1, ["null"] = null });
            RegisterOutputs(Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?> { ["second"] = 2 }));
            RegisterOutputs(Output.Create<IDictionary<string, object?>>(new Dictionary<string, object?> { ["third"] = 3 }));
        }
    }
}

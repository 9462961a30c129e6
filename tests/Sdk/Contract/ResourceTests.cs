using System.Collections.Immutable;
using Pulumi;
using Vectors.Provider;

namespace Infra.Tests.Sdk.Contract;

public sealed class ResourceTests
{
    [Theory]
    [InlineData("", "n", "'type' cannot be null or empty. (Parameter 'type')")]
    [InlineData("a:b:C", "", "'name' cannot be null or empty. (Parameter 'name')")]
    public async Task A_resource_needs_a_type_and_a_name(string type, string name, string message) =>
        await TestRun.PreviewAsync(() =>
        {
            Should.Throw<ArgumentException>(() => new CustomResource(type, name, null, (CustomResourceOptions?)null)).Message.ShouldBe(message);
            Should.Throw<ArgumentException>(() => new ComponentResource(type, name)).Message.ShouldBe(message);
        });

    [Fact]
    public void A_resource_needs_a_deployment() =>
        Should.Throw<InvalidOperationException>(() => new Thing("a")).Message.ShouldBe("Trying to acquire Deployment.Instance before 'Run' was called.");

    [Fact]
    public async Task Every_output_depends_on_its_resource() => await TestRun.UpdateAsync(async () =>
    {
        var thing = new Thing("a", new() { Str = "s" });

        (await thing.Urn.FactsAsync()).Dependencies.ShouldBe([thing]);
        (await thing.Id.FactsAsync()).Dependencies.ShouldBe([thing]);
        (await thing.Str.FactsAsync()).Dependencies.ShouldBe([thing]);
        (await thing.Arn.FactsAsync()).Dependencies.ShouldBe([thing]);
    });

    [Fact]
    public async Task Outputs_can_be_read_after_the_run_too()
    {
        Thing? preview = null, update = null;
        await TestRun.PreviewAsync(() => { preview = new Thing("a", new() { Str = "s" }); });
        await TestRun.UpdateAsync(() => { update = new Thing("a", new() { Str = "s" }); });

        (await preview!.Str.ValueAsync()).ShouldBe("s");
        (await preview.Arn.FactsAsync()).IsKnown.ShouldBeFalse();
        (await update!.Arn.FactsAsync()).IsKnown.ShouldBeTrue();
    }

    [Fact]
    public async Task Type_and_name_are_known_at_once() => await TestRun.PreviewAsync(() =>
    {
        var provider = new TestProvider("p");

        (provider.GetResourceType(), provider.GetResourceName()).ShouldBe(("pulumi:providers:test", "p"));
    });

    [Fact]
    public async Task An_output_property_must_be_an_output() => await TestRun.PreviewAsync(() =>
        Should.Throw<RunException>(() => new NotAnOutput()).Message
            .ShouldBe("Output(s) 'x' have incorrect type. [Output] attributed properties must be instances of Output<T>."));

    [Fact]
    public async Task An_output_property_must_hold_what_the_wire_can_carry() => await TestRun.PreviewAsync(() =>
        Should.Throw<InvalidOperationException>(() => new LongOutput()).Message
            .ShouldStartWith("[Output] LongOutput.X contains invalid type System.Int64. Allowed types are: "));

    [Fact]
    public async Task A_local_component_keeps_its_own_output_properties() => await TestRun.PreviewAsync(() => new Plain().Anything.ShouldBe(7));

    [Fact]
    public async Task A_resource_can_be_made_in_an_apply()
    {
        var mocks = new RecordingMocks();
        await TestRun.UpdateAsync(() => { _ = new Thing("a").Id.Apply(id => new Thing($"after-{id}").Id); }, mocks);

        mocks.Named("after-a-id").Type.ShouldBe("test:index:Thing");
    }

    [Fact]
    public async Task A_urn_can_be_composed_before_there_is_a_resource() => await TestRun.PreviewAsync(async () =>
    {
        var group = new Group("g");

        (await Urn.Create("n", "t:m:T").ValueAsync()).ShouldBe("urn:pulumi:stack::project::t:m:T::n");
        (await Urn.Create("n", "t:m:T", stack: "s", project: "p").ValueAsync()).ShouldBe("urn:pulumi:s::p::t:m:T::n");
        (await Urn.Create("n", "t:m:T", group).ValueAsync()).ShouldBe("urn:pulumi:stack::project::pulumi:pulumi:Stack$my:lib:Group$t:m:T::n");
    });

    [Fact]
    public async Task State_becomes_the_type_of_the_property()
    {
        var state = new Dictionary<string, object>
        {
            ["num"] = 3.9,
            ["list"] = new[] { "a" },
            ["map"] = new Dictionary<string, object> { ["k"] = "v" },
            ["nested"] = new Dictionary<string, object>
            {
                ["title"] = "t",
                ["leaves"] = new object[] { new Dictionary<string, object> { ["leafName"] = "l" } },
            },
            ["stringOrInt"] = 5,
            ["color"] = "red",
            ["any"] = new object[] { 1.0, "x" },
        };
        await TestRun.UpdateAsync(
            async () =>
            {
                var thing = new Thing("a");
                var nested = (await thing.Nested.ValueAsync())!;

                (await thing.Num.ValueAsync()).ShouldBe(3);
                (await thing.List.ValueAsync()).ShouldBe(["a"]);
                (await thing.Map.ValueAsync())!["k"].ShouldBe("v");
                nested.Title.ShouldBe("t");
                nested.On.ShouldBeNull();
                nested.Leaves.ShouldHaveSingleItem().LeafName.ShouldBe("l");
                (await thing.StringOrInt.ValueAsync())!.Value.AsT1.ShouldBe(5);
                (await thing.Color.ValueAsync()).ShouldBe(Color.Red);
                (await thing.Any.ValueAsync()).ShouldBeOfType<ImmutableArray<object>>().ShouldBe([1.0, "x"]);
            },
            new RecordingMocks { Answer = _ => ("x", state) });
    }

    private sealed class NotAnOutput() : CustomResource("test:index:Odd", "odd", null, (CustomResourceOptions?)null)
    {
        [Output("x")]
        public string X { get; private set; } = "";
    }

    private sealed class LongOutput() : CustomResource("test:index:Odd", "odd", null, (CustomResourceOptions?)null)
    {
        [Output("x")]
        public Output<long> X { get; private set; } = Output.Create(1L);
    }

    private sealed class Plain() : ComponentResource("my:lib:Plain", "plain")
    {
        [Output("anything")]
        public long Anything { get; } = 7;
    }
}

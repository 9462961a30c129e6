using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;
using Vectors.Provider;

namespace Infra.Tests.Sdk.Contract;

/// <summary>What becomes of the values of a program before a mock sees them.</summary>
public sealed class SerializationTests
{
    [Fact]
    public async Task Numbers_are_doubles_and_enums_their_values()
    {
        var inputs = await InputsOfAsync(new()
        {
            Num = 1,
            Dbl = 2.5,
            Flag = true,
            Str = "s",
            Color = Color.Blue,
            Any = new Dictionary<string, object?> { ["level"] = Level.High, ["size"] = Size.Large },
        });

        inputs["num"].ShouldBe(1.0);
        inputs["dbl"].ShouldBe(2.5);
        inputs["flag"].ShouldBe(true);
        inputs["str"].ShouldBe("s");
        inputs["color"].ShouldBe("blue");
        inputs["any"].ShouldBeOfType<ImmutableDictionary<string, object>>().OrderBy(entry => entry.Key).ShouldBe([new("level", 5.0), new("size", 8.0)]);
    }

    [Fact]
    public async Task Outputs_are_unwrapped_at_any_depth()
    {
        var inputs = await InputsOfAsync(new()
        {
            Any = Output.Create<object>(new object[] { Output.Create("a"), new Dictionary<string, object> { ["k"] = Output.Create(Output.Create(1)) } }),
            List = { "x", Output.Create("y") },
            Map = { { "k", Output.Create("v") } },
        });

        var any = inputs["any"].ShouldBeOfType<ImmutableArray<object>>();
        any[0].ShouldBe("a");
        any[1].ShouldBeOfType<ImmutableDictionary<string, object>>()["k"].ShouldBe(1.0);
        inputs["list"].ShouldBeOfType<ImmutableArray<object>>().ShouldBe(["x", "y"]);
        inputs["map"].ShouldBeOfType<ImmutableDictionary<string, object>>()["k"].ShouldBe("v");
    }

    [Fact]
    public async Task Nested_args_are_dictionaries_without_what_has_no_value()
    {
        var nested = (await InputsOfAsync(new() { Nested = new NestedArgs { Title = "t", Leaves = { new LeafArgs { LeafName = "l" } } } }))["nested"]
            .ShouldBeOfType<ImmutableDictionary<string, object>>();

        nested.Keys.Order().ShouldBe(["leaves", "title"]);
        nested["leaves"].ShouldBeOfType<ImmutableArray<object>>()[0].ShouldBeOfType<ImmutableDictionary<string, object>>().Keys.ShouldBe(["leafName"]);
    }

    [Fact]
    public async Task Nulls_are_dropped_from_objects_and_kept_in_lists()
    {
        var inputs = await InputsOfAsync(new()
        {
            Str = Output.Create((string)null!),
            Any = new Dictionary<string, object?> { ["gone"] = null, ["list"] = new object?[] { "a", null } },
        });

        inputs.Keys.ShouldBe(["any"]);
        var any = inputs["any"].ShouldBeOfType<ImmutableDictionary<string, object>>();
        any.Keys.ShouldBe(["list"]);
        any["list"].ShouldBeOfType<ImmutableArray<object>>().ShouldBe(["a", null!]);
    }

    [Fact]
    public async Task A_list_that_was_touched_is_sent_though_empty()
    {
        var touched = new ThingArgs();
        _ = touched.List;
        _ = touched.Map;

        (await InputsOfAsync(touched)).Keys.Order().ShouldBe(["list", "map"]);
        (await InputsOfAsync(new ThingArgs { List = { } })).ShouldBeEmpty();
        (await InputsOfAsync(new ThingArgs { List = default(ImmutableArray<string>) }))["list"].ShouldBeOfType<ImmutableArray<object>>().ShouldBeEmpty();
    }

    [Fact]
    public async Task One_unknown_hides_the_whole_property()
    {
        var unknown = OutputUtilities.CreateUnknown("");
        var inputs = await InputsOfAsync(new()
        {
            Str = unknown,
            List = { "known", unknown },
            Map = { { "k", unknown } },
            Nested = new NestedArgs { Title = "known", Leaf = new LeafArgs { LeafName = unknown } },
            Flag = true,
        });

        inputs.Keys.ShouldBe(["flag"]);
    }

    [Fact]
    public async Task Secrets_are_not_marked() =>
        (await InputsOfAsync(new() { Str = Output.CreateSecret("s") }))["str"].ShouldBe("s");

    [Fact]
    public async Task Assets_arrive_as_assets()
    {
        var inputs = await InputsOfAsync(new()
        {
            Asset = new StringAsset("t"),
            Any = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["f"] = new FileAsset("p") }),
        });

        inputs["asset"].ShouldBeOfType<StringAsset>();
        inputs["any"].ShouldBeOfType<AssetArchive>();
    }

    [Fact]
    public async Task Json_arrives_as_plain_values()
    {
        using var document = JsonDocument.Parse("""{"n":1,"list":[true,"x"]}""");
        var any = (await InputsOfAsync(new() { Any = document.RootElement }))["any"].ShouldBeOfType<ImmutableDictionary<string, object>>();

        any["n"].ShouldBe(1.0);
        any["list"].ShouldBeOfType<ImmutableArray<object>>().ShouldBe([true, "x"]);
    }

    [Fact]
    public async Task A_resource_arrives_as_another_object_with_the_same_urn()
    {
        var mocks = new RecordingMocks();
        Thing? original = null;
        await TestRun.UpdateAsync(() =>
        {
            original = new Thing("a");
            _ = new Thing("b", new() { Any = original });
        }, mocks);

        var copy = mocks.Named("b").Inputs["any"].ShouldBeOfType<Thing>();
        copy.ShouldNotBeSameAs(original);
        (await copy.Urn.ValueAsync()).ShouldBe(await original!.Urn.ValueAsync());
    }

    [Fact]
    public async Task Ids_and_urns_are_dropped_at_the_top_and_kept_below()
    {
        var mocks = new RecordingMocks();
        await TestRun.UpdateAsync(() =>
        {
            var members = ImmutableDictionary<string, object?>.Empty.Add("id", "1").Add("urn", "2").Add("__top", "3")
                .Add("nested", ImmutableDictionary<string, object?>.Empty.Add("id", "4").Add("urn", "5").Add("__hidden", "6"));
            _ = new CustomResource("test:index:Loose", "l", new DictionaryResourceArgs(members), (CustomResourceOptions?)null);
        }, mocks);

        var inputs = mocks.Named("l").Inputs;
        inputs.Keys.Order(StringComparer.Ordinal).ShouldBe(["__top", "nested"]);
        inputs["nested"].ShouldBeOfType<ImmutableDictionary<string, object>>().Keys.Order().ShouldBe(["id", "urn"]);
    }

    public static TheoryData<object, string> Unsupported { get; } = new()
    {
        { 1L, "System.Int64 is not a supported argument type." },
        { 1f, "System.Single is not a supported argument type." },
        { 1m, "System.Decimal is not a supported argument type." },
        { Guid.Empty, "System.Guid is not a supported argument type." },
        { DateTime.UnixEpoch, "System.DateTime is not a supported argument type." },
        { new { a = 1 }, "is not a supported argument type." },
        { Enumerable.Range(0, 2).Where(number => number > 0), "is not a supported argument type." },
        { Task.FromResult("x"), "Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:" },
        { new Dictionary<int, string> { [1] = "a" }, "Dictionaries are only supported with string keys:" },
    };

    [Theory]
    [MemberData(nameof(Unsupported), DisableDiscoveryEnumeration = true)]
    public async Task What_has_no_place_on_the_wire_is_refused_with_its_path(object value, string reason)
    {
        var message = (await TestRun.FailureOfAsync(() => TestRun.UpdateAsync(() => { _ = new Thing("a", new() { Any = value }); }))).ShouldHaveSingleItem();

        message.ShouldContain("error serializing property \"any\": ");
        message.ShouldContain(reason);
        message.ShouldContain("resource:a[test:index:Thing].any.id");
    }

    private static async Task<ImmutableDictionary<string, object>> InputsOfAsync(ThingArgs args)
    {
        var mocks = new RecordingMocks();
        await TestRun.UpdateAsync(() => { _ = new Thing("a", args); }, mocks);
        return mocks.Named("a").Inputs;
    }
}

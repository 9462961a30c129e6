using System.Collections.Immutable;
using Pulumi;

namespace Infra.Tests.Sdk.Contract;

public sealed class ArgsTests
{
    [Fact]
    public async Task Marked_fields_and_properties_are_sent_under_their_names_as_they_are()
    {
        var inputs = await InputsOfAsync(new Various { Odd = "o", Ignored = "i" }.WithField("f"));

        inputs.OrderBy(entry => entry.Key, StringComparer.Ordinal).ShouldBe([new("Odd_Name", "o"), new("field", "f")]);
    }

    [Fact]
    public async Task Members_are_read_when_they_are_sent_not_when_the_resource_is_made()
    {
        var late = new TaskCompletionSource<string>();
        var mocks = new RecordingMocks();
        var args = new Various { Odd = Output.Create(late.Task) };
        var run = TestRun.UpdateAsync(() => { _ = Loose(args); }, mocks);
        late.SetResult("late");
        await run;

        mocks.Named("l").Inputs["Odd_Name"].ShouldBe("late");
    }

    [Fact]
    public async Task A_private_field_of_a_base_class_is_not_seen() =>
        (await InputsOfAsync((ResourceArgs)new Derived { Own = "o" }.WithField("f"))).Keys.ShouldBe(["own"]);

    [Fact]
    public async Task Json_members_are_sent_as_text_with_sorted_keys()
    {
        var inputs = await InputsOfAsync(new Texts
        {
            Flag = true,
            Map = { { "b", "2" }, { "a", Output.Create("1") } },
            Nested = new Various { Odd = "o" },
        });

        inputs["flag"].ShouldBe("true");
        inputs["map"].ShouldBe("""{ "a": "1", "b": "2" }""");
        inputs["nested"].ShouldBe("""{ "Odd_Name": "o" }""");
    }

    [Fact]
    public async Task A_dictionary_may_stand_for_args()
    {
        var mocks = new RecordingMocks();
        var members = ImmutableDictionary<string, object?>.Empty.Add("text", "t").Add("list", ImmutableArray.Create<object?>("a"));
        await TestRun.UpdateAsync(() => { _ = Loose(new DictionaryResourceArgs(members)); }, mocks);

        mocks.Named("l").Inputs.Keys.Order().ShouldBe(["list", "text"]);
    }

    private static async Task<ImmutableDictionary<string, object>> InputsOfAsync(ResourceArgs args)
    {
        var mocks = new RecordingMocks();
        await TestRun.UpdateAsync(() => { _ = Loose(args); }, mocks);
        return mocks.Named("l").Inputs;
    }

    [Fact]
    public async Task A_text_of_json_waits_for_an_output_and_is_as_secret_as_that()
    {
        var mocks = new RecordingMocks();
        await TestRun.UpdateAsync(() => { _ = Loose(new Late { Text = Output.CreateSecret("hidden") }); }, mocks);

        mocks.Named("l").Inputs["text"].ShouldBe("\"hidden\"");
    }

    [Fact]
    public async Task A_text_of_json_is_absent_while_its_output_is_not_known()
    {
        var mocks = new RecordingMocks();
        await TestRun.PreviewAsync(() => { _ = Loose(new Late { Text = new Vectors.Provider.Thing("a").Arn }); }, mocks);

        mocks.Named("l").Inputs.ContainsKey("text").ShouldBeFalse();
    }

    private static CustomResource Loose(ResourceArgs args) => new("test:index:Loose", "l", args, (CustomResourceOptions?)null);

    private class Various : ResourceArgs
    {
        [Input("field")]
        private Input<string>? _field;

        [Input("Odd_Name")]
        public Input<string>? Odd { get; set; }

        public Input<string>? Ignored { get; set; }

        public Various WithField(string value)
        {
            _field = value;
            return this;
        }
    }

    private sealed class Derived : Various
    {
        [Input("own")]
        public Input<string>? Own { get; set; }
    }

    private sealed class Late : ResourceArgs
    {
        [Input("text", json: true)]
        public Output<string>? Text { get; set; }
    }

    private sealed class Texts : ResourceArgs
    {
        [Input("map", json: true)]
        private InputMap<string>? _map;

        [Input("flag", json: true)]
        public Input<bool>? Flag { get; set; }

        public InputMap<string> Map
        {
            get => _map ??= new();
            set => _map = value;
        }

        [Input("nested", json: true)]
        public Input<Various>? Nested { get; set; }
    }
}

using System.Collections.Immutable;
using Pulumi;

namespace Infra.Tests.Sdk.Contract;

/// <summary>By which constructor an object of a result is made.</summary>
public sealed class OutputTypeTests
{
    [Fact]
    public async Task A_record_needs_no_mark_on_its_constructor() => await TestRun.PreviewAsync(
        async () =>
        {
            var place = await Deployment.Instance.Invoke<Place>("test:index:place", InvokeArgs.Empty).ValueAsync();

            place.ShouldBe(new Place("Ulm", new Point(48.4, 10)));
        },
        new RecordingMocks
        {
            AnswerCall = _ => new Dictionary<string, object?> { ["Town"] = "Ulm", ["At"] = new Dictionary<string, object> { ["X"] = 48.4, ["Y"] = 10 } },
        });

    [Fact]
    public async Task Of_several_constructors_the_marked_one_counts_public_or_not() => await TestRun.PreviewAsync(
        async () => (await Deployment.Instance.Invoke<Marked>("test:index:marked", InvokeArgs.Empty).ValueAsync()).Text.ShouldBe("marked: given"),
        new RecordingMocks { AnswerCall = _ => new Dictionary<string, object> { ["text"] = "given" } });

    [Fact]
    public async Task Without_a_mark_several_public_constructors_are_refused() =>
        await TestRun.PreviewAsync(() => Should.Throw<InvalidOperationException>(() => new Unclear("u")).Message
            .ShouldContain("has neither a constructor with [OutputConstructor] nor exactly one public constructor"));

    [OutputType]
    public sealed record Place(string Town, Point At);

    [OutputType]
    public sealed record Point(double X, int Y);

    [OutputType]
    public sealed class Marked
    {
        public Marked(string text) => Text = $"wrong: {text}";

        [OutputConstructor]
        private Marked(string text, ImmutableArray<string> rest) => Text = $"marked: {text}{(rest.IsDefault ? "" : "!")}";

        public string Text { get; }
    }

    [OutputType]
    public sealed class Choice
    {
        public Choice(string text) => Text = text;

        public Choice(int number) => Text = $"{number}";

        public string Text { get; }
    }

    private sealed class Unclear(string name) : CustomResource("test:index:Unclear", name, null, (CustomResourceOptions?)null)
    {
        [Output("choice")]
        public Output<Choice> Choice { get; private set; } = null!;
    }
}

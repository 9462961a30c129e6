using System.Text.Json;
using Infra.Tests.Testing;

namespace Infra.Tests.Review.Reporting;

public sealed class JsonReportTests
{
    [Fact]
    public async Task The_whole_report_is_as_documented()
    {
        var run = await CommandRun.Of(SamplePreview.WithOpenSsh, "preview", "dev", "--format", "json");

        Snapshot.Matches("preview.json", run.Output);
    }

    [Fact]
    public async Task The_firewall_alone_is_the_same_as_in_the_whole_report()
    {
        var whole = await CommandRun.Of(SamplePreview.WithOpenSsh, "preview", "dev", "--format", "json");
        var alone = await CommandRun.Of(SamplePreview.WithOpenSsh, "firewall", "dev", "--format", "json");

        Rows(alone.Output).ShouldBe(Rows(whole.Output));

        static string Rows(string json) => JsonDocument.Parse(json).RootElement.GetProperty("firewall").GetRawText();
    }

    [Fact]
    public async Task Numbers_are_written_as_they_are()
    {
        double[] numbers = [0, -0.5, 3306, 1e15, 9_007_199_254_740_993, 1e300, double.NaN];
        var resource = SamplePreview.Vpc with
        {
            Inputs = SamplePreview.Properties([.. numbers.Select((number, index) => ($"n{index}", SamplePreview.Number(number)))]),
        };

        var run = await CommandRun.Of(SamplePreview.Of([SamplePreview.Stack, resource]), "preview", "dev", "--format", "json");

        var inputs = JsonDocument.Parse(run.Output).RootElement.GetProperty("resources")[1].GetProperty("inputs");
        inputs.EnumerateObject().Select(input => input.Value.GetRawText())
            .ShouldBe(["0", "-0.5", "3306", "1000000000000000", "9007199254740992", "1E+300", "\"NaN\""]);
    }

    [Fact]
    public async Task Every_key_of_the_report_is_documented()
    {
        var run = await CommandRun.Of(SamplePreview.WithOpenSsh, "preview", "dev", "--format", "json");
        var documentation = await File.ReadAllTextAsync(Repository.Path("docs", "preview-json.md"));
        var root = JsonDocument.Parse(run.Output).RootElement;

        var keys = Keys(root)
            .Concat(new[] { "resources", "findings", "firewall", "changes" }.SelectMany(list => Keys(root.GetProperty(list)[0])))
            .Concat(root.GetProperty("resources").EnumerateArray().SelectMany(resource => Keys(resource.GetProperty("options"))))
            .Concat(Keys(root.GetProperty("summary")));

        keys.Distinct().Where(key => !documentation.Contains($"`{key}`", StringComparison.Ordinal)).ShouldBeEmpty();

        static IEnumerable<string> Keys(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
    }

    [Fact]
    public async Task Ten_thousand_resources_are_written_in_a_moment_and_twice_the_same()
    {
        var many = Enumerable.Range(0, 10_000)
            .Select(index => SamplePreview.Vpc with { Urn = $"{SamplePreview.VpcUrn}-{index}", Name = $"main-{index}" });
        var preview = SamplePreview.Of([SamplePreview.Stack, SamplePreview.Network, .. many]);

        var first = await CommandRun.Of(preview, "preview", "dev", "--format", "json");
        var second = await CommandRun.Of(preview, "preview", "dev", "--format", "json");

        second.Output.ShouldBe(first.Output);
        JsonDocument.Parse(first.Output).RootElement.GetProperty("summary").GetProperty("create").GetInt32().ShouldBe(10_002);
    }
}

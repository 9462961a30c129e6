using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi;

namespace Infra.Components.Operations;

/// <summary>
/// The text of a dashboard (CloudWatch API reference, "Dashboard body structure", read 2026-11):
/// a heading per source, three graphs in a row.
/// </summary>
internal static class DashboardBody
{
    private const int Columns = 24;
    private const int GraphsPerRow = 3;
    private const int GraphHeight = 6;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Output<string> Of(IReadOnlyList<Telemetry> sources)
    {
        var inputs = sources.SelectMany(source => source.Widgets)
            .SelectMany(widget => widget.Lines)
            .SelectMany(line => line.Metrics)
            .SelectMany(entry => entry.Metric.Dimensions.Values)
            .Distinct<Input<string>>(ReferenceEqualityComparer.Instance)
            .ToList();
        return Output.All(inputs).Apply(values =>
        {
            var known = new Dictionary<Input<string>, string>(inputs.Zip(values, KeyValuePair.Create), ReferenceEqualityComparer.Instance);
            return Render(sources, input => known[input]);
        });
    }

    private static string Render(IReadOnlyList<Telemetry> sources, Func<Input<string>, string> valueOf)
    {
        var (widgets, top) = (new JsonArray(), 0);
        foreach (var source in sources.Where(source => source.Widgets.Count > 0))
        {
            widgets.Add(Place(0, top, Columns, 1, "text", new JsonObject { ["markdown"] = $"## {source.Source} ({source.Region})" }));
            foreach (var (widget, index) in source.Widgets.Select((widget, index) => (widget, index)))
            {
                const int width = Columns / GraphsPerRow;
                widgets.Add(Place(
                    index % GraphsPerRow * width, top + 1 + (index / GraphsPerRow * GraphHeight), width, GraphHeight, "metric",
                    Graph(widget, source.Region, valueOf)));
            }

            top += 1 + ((source.Widgets.Count + GraphsPerRow - 1) / GraphsPerRow * GraphHeight);
        }

        return new JsonObject { ["widgets"] = widgets }.ToJsonString(Json);
    }

    private static JsonObject Place(int x, int y, int width, int height, string type, JsonObject properties) => new()
    {
        ["type"] = type,
        ["x"] = x,
        ["y"] = y,
        ["width"] = width,
        ["height"] = height,
        ["properties"] = properties,
    };

    private static JsonObject Graph(Widget widget, string region, Func<Input<string>, string> valueOf) => new()
    {
        ["title"] = widget.Title,
        ["region"] = region,
        ["view"] = "timeSeries",
        ["metrics"] = new JsonArray([.. widget.Lines.SelectMany((line, index) => Line(line, index, valueOf))]),
    };

    // Names must differ within a graph, so those of a formula's metrics get its place.
    private static IEnumerable<JsonArray> Line(Measure line, int index, Func<Input<string>, string> valueOf)
    {
        if (line is Metric metric) return [MetricRow(metric, valueOf, new() { ["label"] = line.Label })];

        var formula = (Formula)line;
        var expression = formula.Metrics.Aggregate(
            formula.Expression, (text, operand) => MathNames.Rename(text, operand.Id, $"{operand.Id}_{index}"));
        return
        [
            [new JsonObject { ["expression"] = expression, ["id"] = $"result_{index}", ["label"] = line.Label }],
            .. formula.Metrics.Select(operand => MetricRow(
                operand.Metric, valueOf, new() { ["id"] = $"{operand.Id}_{index}", ["visible"] = false })),
        ];
    }

    private static JsonArray MetricRow(Metric metric, Func<Input<string>, string> valueOf, JsonObject how)
    {
        how["stat"] = metric.Statistic.Name;
        how["period"] = metric.PeriodSeconds;
        return
        [
            metric.Namespace,
            metric.Name,
            .. metric.Dimensions.OrderBy(dimension => dimension.Key, StringComparer.Ordinal)
                .SelectMany(dimension => (JsonNode[])[dimension.Key, valueOf(dimension.Value)]),
            how,
        ];
    }
}

using System.Globalization;
using System.Text;

namespace Infra.Bench;

/// <summary>One row for each preview; growth compares with the first row.</summary>
internal sealed class PreviewTable
{
    private const double BytesPerMiB = 1024 * 1024;

    private readonly List<(string Name, PreviewResult Result)> _rows = [];

    public void Add(string name, PreviewResult result) => _rows.Add((name, result));

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append("| preview | resources | median s | fastest–slowest s | engine MiB | program MiB | ms per further resource | time × / resources × | policies on top |\n");
        text.Append("|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var (name, result) in _rows)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"| {name} | {result.Resources:N0} | {result.Median.TotalSeconds:F2} | {result.Fastest.TotalSeconds:F2}–{result.Slowest.TotalSeconds:F2} |");
            text.Append(CultureInfo.InvariantCulture, $" {result.EngineBytes / BytesPerMiB:F0} | {result.ProgramBytes / BytesPerMiB:F0} |");
            text.Append(CultureInfo.InvariantCulture, $" {PerFurtherResource(result)} | {Growth(result)} | {result.Phases.PolicyShare:P0} |\n");
        }

        return text.ToString();
    }

    private string PerFurtherResource(PreviewResult result)
    {
        var first = _rows[0].Result;
        return result.Resources <= first.Resources ? "" : string.Create(CultureInfo.InvariantCulture,
            $"{(result.Median - first.Median).TotalMilliseconds / (result.Resources - first.Resources):F2}");
    }

    private string Growth(PreviewResult result)
    {
        var first = _rows[0].Result;
        return result.Resources <= first.Resources ? "" : string.Create(CultureInfo.InvariantCulture,
            $"{result.Median / first.Median:F1} / {(double)result.Resources / first.Resources:F1}");
    }
}

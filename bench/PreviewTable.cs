using System.Globalization;

namespace Infra.Bench;

/// <summary>One row for each preview; growth compares with the first row.</summary>
internal sealed class PreviewTable
{
    public const string Header =
        "| preview | resources | median s | fastest–slowest s | engine MiB | program MiB "
        + "| ms per further resource | time × / resources × | policies on top |\n"
        + "|---|---:|---:|---:|---:|---:|---:|---:|---:|";

    private const double BytesPerMiB = 1024 * 1024;

    private PreviewResult? _first;

    /// <summary>The row's line.</summary>
    public string Add(string name, PreviewResult result)
    {
        _first ??= result;
        string[] cells =
        [
            name,
            Text($"{result.Resources:N0}"),
            Text($"{result.Median.TotalSeconds:F2}"),
            Text($"{result.Fastest.TotalSeconds:F2}–{result.Slowest.TotalSeconds:F2}"),
            Text($"{result.EngineBytes / BytesPerMiB:F0}"),
            Text($"{result.ProgramBytes / BytesPerMiB:F0}"),
            result.Resources <= _first.Resources ? "" : Text($"{(result.Median - _first.Median).TotalMilliseconds / (result.Resources - _first.Resources):F2}"),
            result.Resources <= _first.Resources ? "" : Text($"{result.Median / _first.Median:F1} / {(double)result.Resources / _first.Resources:F1}"),
            Text($"{100 * result.Phases.PolicyShare:F0} %"),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

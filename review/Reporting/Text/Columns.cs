namespace Infra.Review.Reporting.Text;

/// <summary>Rows of cells under each other.</summary>
internal static class Columns
{
    private const int Gap = 2;

    /// <param name="rows">Each with as many cells as the others.</param>
    /// <param name="indent">Columns before the first cell.</param>
    /// <param name="widest">A longer cell does not push the others to the right.</param>
    /// <param name="breaks">On a terminal that is too narrow, rows are broken rather than cut.</param>
    public static IEnumerable<TextLine> Align(IReadOnlyList<IReadOnlyList<TextSpan>> rows, int indent = 2, int widest = 64, bool breaks = false)
    {
        if (rows.Count == 0) yield break;
        var widths = Enumerable.Range(0, rows[0].Count)
            .Select(column => Math.Min(widest, rows.Max(row => row[column].Text.Length)))
            .ToArray();
        foreach (var row in rows)
            yield return new(
                [.. row.Select((cell, column) => column == row.Count - 1 ? cell : cell with { Text = Pad(cell.Text, widths[column]) })],
                indent, breaks);
    }

    private static string Pad(string text, int width) => text.PadRight(Math.Max(width, text.Length) + Gap);
}

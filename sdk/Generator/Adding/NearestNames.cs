namespace Infra.Sdk.Generator.Adding;

/// <summary>What somebody who mistyped a token may have meant.</summary>
internal static class NearestNames
{
    private const int Shown = 3;

    public static IReadOnlyList<string> Of(string token, IEnumerable<string> known) =>
    [
        .. known
            .Select(candidate => (candidate, distance: Distance(LastPart(token), LastPart(candidate)), whole: Distance(token, candidate)))
            .OrderBy(entry => entry.distance).ThenBy(entry => entry.whole).ThenBy(entry => entry.candidate, StringComparer.Ordinal)
            .Take(Shown)
            .Select(entry => entry.candidate),
    ];

    private static string LastPart(string token) => token[(token.LastIndexOf(':') + 1)..].ToLowerInvariant();

    /// <summary>Levenshtein: insertions, deletions and substitutions from one text to the other.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substitution = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}

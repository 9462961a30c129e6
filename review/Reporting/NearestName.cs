namespace Infra.Review.Reporting;

/// <summary>Finds what a misspelt name was meant to be.</summary>
public static class NearestName
{
    /// <summary>The closest of the names, if it is close enough to be meant; of several, the first in ordinal order.</summary>
    public static string? Of(string given, IEnumerable<string> names) => Ranked(given, names).FirstOrDefault();

    /// <summary>All names that could be meant, closest first.</summary>
    public static IEnumerable<string> Ranked(string given, IEnumerable<string> names) => names
        .Select(name => (name, distance: Distance(given.ToLowerInvariant(), name.ToLowerInvariant())))
        .Where(entry => entry.distance <= Math.Max(2, given.Length / 3) || IsPart(given, entry.name))
        .OrderBy(entry => entry.distance)
        .ThenBy(entry => entry.name, StringComparer.Ordinal)
        .Select(entry => entry.name);

    private static bool IsPart(string given, string name) => given.Length > 2 && name.Contains(given, StringComparison.OrdinalIgnoreCase);

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[^1];
    }
}

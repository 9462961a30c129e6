namespace Infra.Policies;

/// <summary>Finds what was probably meant.</summary>
public static class Nearest
{
    /// <summary>The closest candidate, if it is close enough to be meant; of several, the first in ordinal order.</summary>
    public static string? Of(string given, IEnumerable<string> candidates) => Ranked(given, candidates).FirstOrDefault();

    /// <summary>All candidates that could be meant, closest first.</summary>
    public static IEnumerable<string> Ranked(string given, IEnumerable<string> candidates) => candidates
        .Select(candidate => (Candidate: candidate, Edits: Edits(given.ToLowerInvariant(), candidate.ToLowerInvariant())))
        .Where(pair => pair.Edits <= Math.Max(2, given.Length / 3) || IsPart(given, pair.Candidate))
        .OrderBy(pair => pair.Edits)
        .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
        .Select(pair => pair.Candidate);

    private static bool IsPart(string given, string candidate) => given.Length > 2 && candidate.Contains(given, StringComparison.OrdinalIgnoreCase);

    /// <summary>Inserted, deleted, replaced and swapped characters.</summary>
    private static int Edits(string left, string right)
    {
        var distance = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++) distance[i, 0] = i;
        for (var j = 0; j <= right.Length; j++) distance[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = distance[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                distance[i, j] = Math.Min(replace, 1 + Math.Min(distance[i - 1, j], distance[i, j - 1]));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    distance[i, j] = Math.Min(distance[i, j], 1 + distance[i - 2, j - 2]);
            }
        return distance[left.Length, right.Length];
    }
}

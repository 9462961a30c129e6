namespace Infra.Components;

/// <summary>How long CloudWatch keeps logs: a choice of fixed numbers (CloudWatch Logs API reference, PutRetentionPolicy, read 2026-11).</summary>
public static class LogRetention
{
    private static readonly int[] Days =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    /// <param name="logs">For example <c>Flow logs</c>.</param>
    /// <param name="days">How long they are to be kept.</param>
    public static IEnumerable<string> Check(string logs, int days)
    {
        if (!Days.Contains(days)) yield return $"{logs} are to be kept {days} days; CloudWatch Logs allows {string.Join(", ", Days)}.";
    }
}

using System.Globalization;

namespace Infra.Bench;

/// <summary>The peak memory of a process and its descendants, from Linux's /proc; elsewhere nothing is observed.</summary>
internal static class ProcessTree
{
    private const string PeakLine = "VmHWM:";

    /// <summary>Notes the peak so far, in bytes, of each process by its id. The kernel keeps the peak, so a look now and then is enough.</summary>
    public static void Observe(int root, Dictionary<int, long> peaks)
    {
        var waiting = new Stack<int>([root]);
        while (waiting.TryPop(out var id))
        {
            if (PeakOf(id) is not { } peak) continue;
            peaks[id] = peak;
            foreach (var child in ChildrenOf(id)) waiting.Push(child);
        }
    }

    private static long? PeakOf(int id)
    {
        var line = Read($"/proc/{id}/status")?.Split('\n').FirstOrDefault(line => line.StartsWith(PeakLine, StringComparison.Ordinal));
        return line is null ? null : 1024 * long.Parse(line[PeakLine.Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture);
    }

    // A child belongs to the thread that started it.
    private static IEnumerable<int> ChildrenOf(int id) => Threads(id)
        .SelectMany(thread => (Read($"{thread}/children") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(child => int.Parse(child, CultureInfo.InvariantCulture));

    private static string[] Threads(int id)
    {
        try
        {
            return Directory.GetDirectories($"/proc/{id}/task");
        }
        catch (IOException)
        {
            return [];
        }
    }

    // A process may end between two looks.
    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

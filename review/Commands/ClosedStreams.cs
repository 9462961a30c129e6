namespace Infra.Review.Commands;

/// <summary>
/// Where standard input and another standard stream are closed when a process begins, the runtime opens a pipe of its own, which gets their numbers:
/// what is written then is lost without an error.
/// </summary>
internal static class ClosedStreams
{
    /// <param name="number">1 is standard output, 2 standard error.</param>
    public static bool IsClosed(int number) => PipeOf(number) is { } pipe && pipe == PipeOf(0);

    // No program writes into the pipe that it reads from.
    private static string? PipeOf(int number)
    {
        try
        {
            return File.ResolveLinkTarget(FormattableString.Invariant($"/proc/self/fd/{number}"), returnFinalTarget: false)?.Name is { } target
                && target.StartsWith("pipe:", StringComparison.Ordinal) ? target : null;
        }
        catch (IOException)
        {
            // Closed, or no Linux: writing says so itself.
            return null;
        }
    }
}

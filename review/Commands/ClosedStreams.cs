namespace Infra.Review.Commands;

/// <summary>
/// Where standard input and another standard stream are closed when a process begins, the runtime opens a pipe of its own, which gets their numbers:
/// what is written then is lost without an error.
/// </summary>
internal static class ClosedStreams
{
    private const int StandardInput = 0;

    /// <param name="number">1 is standard output, 2 standard error.</param>
    public static bool IsClosed(int number) => PipeOf(number) is { } pipe && pipe == PipeOf(StandardInput) && Reads(StandardInput);

    private static string? PipeOf(int number)
    {
        try
        {
            return File.ResolveLinkTarget(FormattableString.Invariant($"/proc/self/fd/{number}"), returnFinalTarget: false)?.Name is { } target
                && target.StartsWith("pipe:", StringComparison.Ordinal) ? target : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Closed, or no Linux: writing says so itself.
            return null;
        }
    }

    // A program may be given the writing end of one pipe twice; the end that reads it was never meant for writing.
    private static bool Reads(int number)
    {
        try
        {
            return File.ReadLines(FormattableString.Invariant($"/proc/self/fdinfo/{number}"))
                .FirstOrDefault(line => line.StartsWith("flags:", StringComparison.Ordinal)) is { } flags && (flags[^1] - '0') % 4 == 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

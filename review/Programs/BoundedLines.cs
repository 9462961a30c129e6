using System.Text;
using Infra.Review.Engine;

namespace Infra.Review.Programs;

/// <summary>Splits a stream into lines, however much comes and however long they are: the end of a very long line is thrown away.</summary>
public static class BoundedLines
{
    public const int LongestLine = 16_384;

    public static async Task ReadAsync(StreamReader reader, Action<PrintedLine> onLine)
    {
        var buffer = new char[8192];
        var line = new StringBuilder();
        long dropped = 0;
        try
        {
            int count;
            while ((count = await reader.ReadAsync(buffer)) > 0)
                for (var start = 0; start < count;)
                {
                    var newline = Array.IndexOf(buffer, '\n', start, count - start);
                    var end = newline < 0 ? count : newline;
                    var room = Math.Min(end - start, LongestLine - line.Length);
                    line.Append(buffer, start, room);
                    dropped += end - start - room;
                    start = end + 1;
                    if (newline >= 0) Emit();
                }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The process was killed while it wrote.
        }
        if (line.Length > 0) Emit();

        void Emit()
        {
            onLine(new(line.ToString().TrimEnd('\r'), dropped));
            line.Clear();
            dropped = 0;
        }
    }
}

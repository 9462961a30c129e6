using Infra.Review.Model;

namespace Infra.Review.Reporting;

/// <summary>A report's file: it holds the whole report or is left as it was.</summary>
public sealed class OutputFile
{
    private readonly string _given;
    private readonly string _path;

    private OutputFile(string given, string path) => (_given, _path) = (given, path);

    /// <summary>Fails at once when the file could not be written later, so that no program runs in vain.</summary>
    /// <exception cref="UserException">The path is empty, a folder, read-only, or in a folder that does not exist.</exception>
    public static OutputFile At(string given)
    {
        if (string.IsNullOrWhiteSpace(given)) throw Refused(given, "the path is empty");
        var full = Path.GetFullPath(given);
        if (Directory.Exists(full)) throw Refused(given, "it is a folder");
        if (Path.GetDirectoryName(full) is not { } folder || !Directory.Exists(folder)) throw Refused(given, "its folder does not exist");
        try
        {
            // A link stays a link: what it points to is written.
            var target = new FileInfo(full) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : full;
            if (File.Exists(target) && File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly)) throw Refused(given, "the file is read-only");
            var file = new OutputFile(given, target);
            if (!file.IsFilledInPlace) file.TryFolder();
            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused(given, Reason(exception));
        }
    }

    public void Write(Action<Stream> report)
    {
        try
        {
            if (IsFilledInPlace) Fill(report);
            else Replace(report);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused(_given, Reason(exception));
        }
    }

    // Renaming over a device or a pipe would replace it. .NET cannot tell them from an empty file, which needs no rename either.
    private bool IsFilledInPlace => _path.StartsWith("/dev/", StringComparison.Ordinal) || _path.StartsWith("/proc/", StringComparison.Ordinal)
        || new FileInfo(_path) is { Exists: true, Length: 0 };

    private string Temporary => Path.Combine(
        Path.GetDirectoryName(_path)!, FormattableString.Invariant($".{Path.GetFileName(_path)}.{Environment.ProcessId}.tmp"));

    private void TryFolder()
    {
        using var probe = new FileStream(Temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
    }

    private void Replace(Action<Stream> report)
    {
        var temporary = Temporary;
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write)) report(stream);
            File.Move(temporary, _path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private void Fill(Action<Stream> report)
    {
        using var whole = new MemoryStream();
        report(whole);
        using var stream = new FileStream(_path, FileMode.Open, FileAccess.Write);
        try
        {
            whole.WriteTo(stream);
            stream.Flush();
        }
        catch (IOException) when (stream.CanSeek)
        {
            stream.SetLength(0);
            throw;
        }
    }

    private static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "writing there is not permitted",
        _ => exception.Message.TrimEnd('.'),
    };

    private static UserException Refused(string given, string reason) => new(
        ExitCode.Configuration,
        $"--output '{given}' cannot be written: {reason}. Name a file in a folder that exists and may be written to.");
}

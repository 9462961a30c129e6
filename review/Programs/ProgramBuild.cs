using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Infra.Review.Model;

namespace Infra.Review.Programs;

/// <summary>What a build made, and of what.</summary>
/// <param name="TargetPath">The assembly; absolute.</param>
/// <param name="Sdk">Which Pulumi SDK it was built with.</param>
/// <param name="Folders">Folders of all projects that went in; absolute.</param>
/// <param name="Fingerprint">Of the sources, when the build began.</param>
public sealed record BuildRecord(string TargetPath, string Sdk, IReadOnlyList<string> Folders, string Fingerprint);

/// <summary>
/// Builds a project only when a source has changed since the last build. Asking MSBuild itself takes seconds;
/// looking at the files of a known list of folders takes milliseconds.
/// </summary>
public static class ProgramBuild
{
    /// <exception cref="UserException">It does not build.</exception>
    public static async Task<BuildRecord> UpToDateAsync(
        string projectFile, string name, string root, IProgress<PreviewProgress>? progress, CancellationToken cancellationToken)
    {
        var recordPath = RecordPathOf(projectFile);
        if (ReadIfCurrent(recordPath) is { } current) return current;

        progress?.Report(new PreviewProgress.Building(name));
        using var _ = await LockAsync($"{recordPath}.lock", cancellationToken);
        // Another run may have built it while this one waited.
        if (ReadIfCurrent(recordPath) is { } meanwhile) return meanwhile;

        Forget(recordPath);
        var start = DateTime.UtcNow;
        var output = await MSBuild.BuildAsync(projectFile, name, root, cancellationToken);
        var fingerprint = SourceFingerprint.Of(output.ProjectFolders);
        var record = new BuildRecord(output.TargetPath, SdkDetection.Of(output.TargetPath), output.ProjectFolders, fingerprint.Hash);
        // A source that changed while the build ran may or may not be in it: let the next run build again.
        if (fingerprint.Newest < start) Write(recordPath, record);
        return record;
    }

    private static BuildRecord? ReadIfCurrent(string path)
    {
        try
        {
            var record = JsonSerializer.Deserialize<BuildRecord>(File.ReadAllBytes(path));
            return record is not null && File.Exists(record.TargetPath) && SourceFingerprint.Of(record.Folders).Hash == record.Fingerprint ? record : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static void Write(string path, BuildRecord record)
    {
        try
        {
            var unfinished = $"{path}.{Environment.ProcessId}";
            File.WriteAllBytes(unfinished, JsonSerializer.SerializeToUtf8Bytes(record));
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next run builds once more.
        }
    }

    // Without a lock two runs may build at once, which is slow and may fail; not to build at all would be worse.
    private static async Task<FileStream?> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (IsTaken(exception))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    // ERROR_SHARING_VIOLATION of Windows; elsewhere the EWOULDBLOCK of flock, which is 11 on Linux and 35 on macOS.
    private static bool IsTaken(IOException exception) =>
        exception.HResult == (OperatingSystem.IsWindows() ? unchecked((int)0x80070020) : OperatingSystem.IsLinux() ? 11 : 35);

    private static void Forget(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is out of date, and stays so.
        }
    }

    private static string RecordPathOf(string projectFile)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(projectFile)))[..16];
        return Path.Combine(RecordFolder(), $"{Path.GetFileNameWithoutExtension(projectFile)}-{key}.json");
    }

    private static string RecordFolder()
    {
        foreach (var candidate in new[] { CacheFolder(), Path.GetTempPath() })
            try
            {
                return Directory.CreateDirectory(Path.Combine(candidate, "infra", "builds")).FullName;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The next candidate may be writable.
            }
        return Path.GetTempPath();
    }

    private static string CacheFolder()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache) return cache;
        if (OperatingSystem.IsWindows()) return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length > 0 ? Path.Combine(home, ".cache") : Path.GetTempPath();
    }
}

namespace Infra.Bench;

/// <summary>Where the repository and its built commands are, seen from this command's own folder.</summary>
internal static class Folders
{
    private static readonly DirectoryInfo Own = new(AppContext.BaseDirectory);

    public static string Repository { get; } = FindRepository();

    public static string Synthetic => Path.Combine(Repository, "bench", "Synthetic");

    /// <summary>The command <c>infra</c>, built in the same configuration as this one.</summary>
    public static string Infra { get; } =
        Path.Combine(Own.Parent!.Parent!.FullName, "Infra.Review", Own.Name, OperatingSystem.IsWindows() ? "infra.exe" : "infra");

    private static string FindRepository()
    {
        for (var folder = Own; folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Infra.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No folder above {Own.FullName} holds Infra.sln.");
    }
}

namespace Infra.Tests.Testing;

/// <summary>The folders of this repository and what was built from them.</summary>
internal static class Repository
{
    /// <summary>The folder of Infra.sln.</summary>
    public static string Root { get; } = FindRoot();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>The assembly that the project of this name was built to, in the configuration of the running tests.</summary>
    /// <param name="project">The project's file name.</param>
    /// <param name="assembly">The assembly's name, if it is not the project's.</param>
    public static string Built(string project, string? assembly = null)
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        return System.IO.Path.Combine(tests.Parent!.Parent!.FullName, project, tests.Name, $"{assembly ?? project}.dll");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Infra.sln"))) return folder.FullName;
        }
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Infra.sln.");
    }
}

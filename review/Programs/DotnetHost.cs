using Infra.Review.Model;

namespace Infra.Review.Programs;

/// <summary>The <c>dotnet</c> command: the one that runs this process if it is known, else the one on the PATH.</summary>
public static class DotnetHost
{
    private static readonly Lazy<string> Found = new(Find);

    /// <exception cref="UserException">There is none.</exception>
    public static string Path => Found.Value;

    private static string Find()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var own = Environment.ProcessPath;
        if (own is not null && System.IO.Path.GetFileName(own) == name) return own;

        string?[] candidates =
        [
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"),
            Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root ? System.IO.Path.Combine(root, name) : null,
            ProgramLocator.OnPath("dotnet"),
        ];
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new UserException(ExitCode.Program, "There is no 'dotnet' on the PATH; install the .NET SDK or set DOTNET_ROOT.");
    }
}

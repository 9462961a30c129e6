namespace Infra.Tests.Interop;

/// <summary>A project with waivers and, below it, the folder of its program.</summary>
internal sealed class WaivedProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infra-waived-");

    public WaivedProject(string waivers)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "Pulumi.yaml"), "name: infra\nruntime: dotnet\nmain: stacks\n");
        File.WriteAllText(Path.Combine(_folder.FullName, "infra.waivers.yaml"), waivers);
        Program = _folder.CreateSubdirectory("stacks").FullName;
    }

    public string Program { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}

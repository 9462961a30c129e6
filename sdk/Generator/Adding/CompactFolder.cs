namespace Infra.Sdk.Generator.Adding;

/// <summary>Where the compact files of this repository lie.</summary>
public static class CompactFolder
{
    /// <exception cref="GeneratorException">No parent folder is the repository.</exception>
    public static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "sdk", "Schema", "Data");
            if (File.Exists(Path.Combine(folder.FullName, "sdk", "Schema", "Infra.Sdk.Schema.csproj"))) return candidate;
        }

        throw new GeneratorException($"No folder above '{start}' holds sdk/Schema. Run the command inside the repository, or name the folder with --folder.");
    }
}

namespace Infra.Sdk.Generator.Adding;

/// <summary>Where the compact files lie that are added to.</summary>
public static class CompactFolder
{
    /// <param name="named">What the user named, if anything.</param>
    /// <param name="start">Where the user is: the default is sdk/Schema/Data of the repository around it.</param>
    /// <exception cref="GeneratorException">There is no such folder, or no repository.</exception>
    public static string Of(string? named, string start)
    {
        if (named is null) return OfRepository(start);
        if (!Directory.Exists(named))
            throw new GeneratorException($"--folder is '{named}', and there is no such folder. "
                + "Name one that exists (an empty one begins a new set of files), or leave the option out.");
        return named;
    }

    private static string OfRepository(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "sdk", "Schema", "Data");
            if (File.Exists(Path.Combine(folder.FullName, "sdk", "Schema", "Infra.Sdk.Schema.csproj"))) return candidate;
        }

        throw new GeneratorException($"No folder above '{start}' holds sdk/Schema. Run the command inside the repository, or name the folder with --folder.");
    }
}

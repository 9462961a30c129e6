namespace Infra.Sdk.Generator.Generating;

/// <summary>The folder of generated files: only what differs is written, so that nothing is built again without need.</summary>
public static class GeneratedFolder
{
    /// <returns>How many files were written or deleted.</returns>
    public static int Update(string folder, IReadOnlyDictionary<string, string> files)
    {
        Directory.CreateDirectory(folder);
        var changed = 0;
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path) && File.ReadAllText(path) == text) continue;

            File.WriteAllText(path, text);
            changed++;
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.cs").Where(path => !files.ContainsKey(Path.GetFileName(path))).ToList())
        {
            File.Delete(path);
            changed++;
        }

        return changed;
    }
}

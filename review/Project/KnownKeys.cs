using Infra.Sdk.Schema;
using Nearest = Infra.Policies.Nearest;

namespace Infra.Review.Project;

/// <summary>A key that a stack sets is one that the project declares, or that a provider may know.</summary>
internal static class KnownKeys
{
    /// <returns>The key that is perhaps meant; null if there is none, or this one is known.</returns>
    public static string? Check(ProjectFile project, ConfigSetting setting, Problems problems)
    {
        var declared = project.Config.Select(declaration => declaration.Key).ToArray();
        if (declared.Contains(setting.Key)) return null;

        var (owner, key) = setting.Key.Split(':', 2) is [var left, var right] ? (left, right) : ("", setting.Key);
        var own = declared.Where(known => known.StartsWith($"{project.Name}:", StringComparison.Ordinal)).ToArray();
        return owner == project.Name ? CheckOwn(project.Name, key, own, setting, problems)
            : ProviderSchema.Find(owner) is { } provider ? CheckProvider(provider, key, setting, problems)
            : CheckOwner(owner, OwnersOf(key, project.Name, own), key, setting, problems);
    }

    private static string? CheckOwn(string project, string key, string[] own, ConfigSetting setting, Problems problems)
    {
        // A project that declares nothing takes everything.
        if (own.Length == 0) return null;

        // The namespace is the same in all of them and would make every short key look alike.
        var nearest = Nearest.Of(key, own.Select(known => known[(project.Length + 1)..]));
        problems.Add(setting.Place, $"{setting.Key} is not a key of this project; " +
            (nearest is not null ? $"did you mean '{project}:{nearest}'?" : $"known are {string.Join(", ", own.Order(StringComparer.Ordinal))}.") +
            $" Keys are declared in {ProjectFile.FileName}");
        return nearest is null ? null : $"{project}:{nearest}";
    }

    // Another version of the provider may know more keys, so only what looks like a slip is one.
    private static string? CheckProvider(ProviderSchema provider, string key, ConfigSetting setting, Problems problems)
    {
        var inputs = provider.Provider.Inputs;
        if (inputs.ContainsKey(key) || Nearest.Of(key, inputs.Keys) is not { } near) return null;
        problems.Add(setting.Place, $"{setting.Key} is not a key of the provider {provider.Name}; write '{provider.Name}:{near}' if that is meant");
        return $"{provider.Name}:{near}";
    }

    // Other providers have namespaces of their own, so only one that looks like the owner of this very key is a slip.
    private static string? CheckOwner(string owner, IEnumerable<string> owners, string key, ConfigSetting setting, Problems problems)
    {
        if (Nearest.Of(owner, owners) is not { } near) return null;
        problems.Add(setting.Place, $"{setting.Key} is neither a key of this project nor of a provider known here; write '{near}:{key}' if that is meant");
        return $"{near}:{key}";
    }

    private static IEnumerable<string> OwnersOf(string key, string project, string[] own) => SchemaFiles.Embedded.Providers()
        .Where(provider => ProviderSchema.Find(provider)!.Provider.Inputs.ContainsKey(key))
        .Concat(own.Contains($"{project}:{key}") ? [project] : []);
}

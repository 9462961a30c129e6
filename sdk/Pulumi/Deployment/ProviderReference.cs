namespace Pulumi;

/// <summary>Turns the engine's name of a provider (URN, two colons, id) into a provider.</summary>
internal static class ProviderReference
{
    public static ProviderResource? Read(string reference)
    {
        if (reference.Length == 0) return null;
        var end = reference.LastIndexOf("::", StringComparison.Ordinal);
        return new DependencyProvider(reference[..end], reference[(end + 2)..]);
    }

    private sealed class DependencyProvider(string urn, string id) : ProviderResource(urn, id);
}

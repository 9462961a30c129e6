using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Finds a resource's provider, and the providers that it hands on to the resources below it.</summary>
internal static class ProviderInheritance
{
    public static readonly ImmutableDictionary<string, ProviderResource> None =
        ImmutableDictionary.Create<string, ProviderResource>(StringComparer.Ordinal);

    public static (ProviderResource? Own, ImmutableDictionary<string, ProviderResource> ForChildren) Of(Resource resource, ResourceOptions options)
    {
        var inherited = options.Parent?.Providers ?? None;
        if (options is ComponentResourceOptions component)
        {
            component.RejectProviderBesideProviders(resource);
            var given = component.Provider is { } single ? [single] : component.Providers;
            foreach (var provider in given) inherited = inherited.SetItem(provider.Package, provider);
            return (null, inherited);
        }

        var package = PackageOf(resource.GetResourceType());
        if (options.Provider is { } own) return (own, package is null ? inherited : inherited.SetItem(package, own));
        return (package is null ? null : inherited.GetValueOrDefault(package), inherited);
    }

    /// <summary>The provider for a function of this token.</summary>
    public static ProviderResource? OfFunction(string token, ProviderResource? provider, Resource? parent)
    {
        if (provider is not null || parent is null) return provider;
        return PackageOf(token) is { } package ? parent.Providers.GetValueOrDefault(package) : null;
    }

    // Null unless the token has the three parts package:module:Type.
    private static string? PackageOf(string token) => token.Split(':') is [var package, _, _] ? package : null;
}

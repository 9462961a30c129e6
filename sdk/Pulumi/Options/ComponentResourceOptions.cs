using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <inheritdoc/>
public sealed class ComponentResourceOptions : ResourceOptions
{
    [field: MaybeNull]
    public List<ProviderResource> Providers { get => field ??= []; set; }

    /// <summary>Both in new options; where both speak, the second is heard, and lists hold the first's, then the second's.</summary>
    /// <exception cref="ResourceException">One side has a provider and the other providers.</exception>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        if (options1 is not null) merged.MergeComponent(options1);
        if (options2 is not null) merged.MergeComponent(options2);
        merged.RejectProviderBesideProviders(null);
        return merged;
    }

    internal void RejectProviderBesideProviders(Resource? resource)
    {
        if (Provider is not null && Providers.Count > 0)
            throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", resource);
    }

    private void MergeComponent(ComponentResourceOptions other)
    {
        MergeWith(other);
        foreach (var provider in other.Providers)
        {
            Providers.RemoveAll(present => present.Package == provider.Package);
            Providers.Add(provider);
        }
    }
}

using Infra.Rpc.Protocol;

namespace Pulumi;

/// <summary>A configured provider of a package.</summary>
public class ProviderResource : CustomResource
{
    internal const string TypePrefix = "pulumi:providers:";

    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : this(package, name, args, options, null)
    {
    }

    public ProviderResource(
        string package, string name, ResourceArgs args, CustomResourceOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        : base(TypePrefix + package, name, args, options, registerPackageRequest)
    {
        Package = package;
    }

    private protected ProviderResource(string urn, string id)
        : base(urn, id, TypePrefix + PackageOf(urn)) => Package = PackageOf(urn);

    internal string Package { get; }

    /// <summary>How requests name the provider: its URN and id, the id perhaps unknown.</summary>
    internal async Task<string> GetReferenceAsync()
    {
        var state = await Completion.Task.ConfigureAwait(false);
        return $"{state.Urn}::{(string.IsNullOrEmpty(state.Id) ? SpecialValues.Unknown : state.Id)}";
    }

    private static string PackageOf(string urn)
    {
        var type = urn.Split("::", 4)[2];
        return type[(type.LastIndexOf(TypePrefix, StringComparison.Ordinal) + TypePrefix.Length)..];
    }
}

namespace Infra.Review.Engine.Registration;

/// <summary>The engine's names: <c>urn:pulumi:STACK::PROJECT::TYPECHAIN::NAME</c>.</summary>
public static class Urns
{
    public const string StackType = "pulumi:pulumi:Stack";

    /// <summary>A child's type chain is its parent's, <c>$</c> and its own type; the stack is left out of the chain.</summary>
    public static string Create(string stack, string project, string? parentUrn, string type, string name)
    {
        var parentChain = string.IsNullOrEmpty(parentUrn) ? "" : TypeChainOf(parentUrn);
        var chain = parentChain is "" or StackType ? type : $"{parentChain}${type}";
        return $"urn:pulumi:{stack}::{project}::{chain}::{name}";
    }

    public static string TypeChainOf(string urn) => Part(urn, 2);

    public static string TypeOf(string urn)
    {
        var chain = TypeChainOf(urn);
        return chain[(chain.LastIndexOf('$') + 1)..];
    }

    /// <summary>The name may itself hold <c>::</c>.</summary>
    public static string NameOf(string urn) => Part(urn, 3);

    public static string PackageOf(string type)
    {
        const string ProviderPrefix = "pulumi:providers:";
        if (type.StartsWith(ProviderPrefix, StringComparison.Ordinal)) return type[ProviderPrefix.Length..];
        var colon = type.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? type : type[..colon];
    }

    public static bool IsProvider(string type) => type.StartsWith("pulumi:providers:", StringComparison.Ordinal);

    private static string Part(string urn, int index)
    {
        var parts = urn.Split("::", 4);
        return parts.Length == 4 ? parts[index] : "";
    }
}

using System.Diagnostics.CodeAnalysis;
using Infra.Sdk.Schema;

namespace Infra.Review.Engine.Synthesis;

/// <summary>Looks up provider schemas by token; what is no token, or of a provider without schema, is simply not found.</summary>
public static class Schemas
{
    public static ResourceSchema? Resource(string type) => TryFind(type, out var provider) ? provider.Resource(type) : null;

    public static FunctionSchema? Function(string token) => TryFind(token, out var provider) ? provider.Function(token) : null;

    public static bool TryFind(string token, [MaybeNullWhen(false)] out ProviderSchema provider)
    {
        provider = token.Split(':') is [{ Length: > 0 } package, { Length: > 0 }, { Length: > 0 }] && package != "pulumi"
            ? ProviderSchema.Find(package)
            : null;
        return provider is not null;
    }
}

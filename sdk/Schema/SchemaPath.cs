namespace Infra.Sdk.Schema;

/// <summary>Where a token's data lies: <c>aws:ec2/flowLog:FlowLog</c> in <c>aws/ec2/FlowLog.json</c>.</summary>
public static class SchemaPath
{
    public static string OfProvider(string provider) => $"{provider}/provider.json";

    public static string OfMember(string token)
    {
        var (provider, module, name) = Split(token);
        return $"{provider}/{module}/{name}.json";
    }

    /// <summary>The file of a nested type that several resources or functions share.</summary>
    public static string OfSharedType(string token)
    {
        var (provider, module, name) = Split(token);
        return $"{provider}/types/{module}/{name}.json";
    }

    /// <summary>The parts of a token; the module is without the segment that repeats the name: <c>ec2/flowLog</c> is <c>ec2</c>.</summary>
    /// <exception cref="FormatException">The token does not have three parts.</exception>
    public static (string Provider, string Module, string Name) Split(string token)
    {
        if (token.Split(':') is not [{ Length: > 0 } provider, { Length: > 0 } module, { Length: > 0 } name])
            throw new FormatException($"'{token}' is not a token. Expected provider:module:Name, e.g. aws:ec2/flowLog:FlowLog.");

        var slash = module.LastIndexOf('/');
        var repeatsName = slash > 0 && module.AsSpan(slash + 1).Equals(name, StringComparison.OrdinalIgnoreCase);
        return (provider, repeatsName ? module[..slash] : module, name);
    }
}

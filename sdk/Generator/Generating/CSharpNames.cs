using Infra.Sdk.Schema;

namespace Infra.Sdk.Generator.Generating;

/// <summary>What things are called in C#, after the rules of the official packages.</summary>
public sealed class CSharpNames(ProviderFacts facts)
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate",
        "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in",
        "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private",
        "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this",
        "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    /// <summary>Whether nested types lie in <c>Types.Inputs.&lt;Module&gt;</c>, as Kubernetes has them, rather than <c>&lt;Module&gt;.Inputs</c>.</summary>
    public bool IsKubernetes { get; } = facts.Compatibility == "kubernetes20";

    /// <summary>The root, e.g. <c>Pulumi.Aws</c>.</summary>
    public string Root { get; } = "Pulumi." + facts.Namespaces.GetValueOrDefault(facts.Name, Pascal(facts.Name));

    /// <summary>The provider's name as it begins a class, e.g. <c>Aws</c>.</summary>
    public string Package => Root["Pulumi.".Length..];

    public string NamespaceOf(string token) => Root + Suffix(token, rootModule: "");

    public string InputsNamespaceOf(string token) =>
        IsKubernetes ? $"{Root}.Types.Inputs{Suffix(token, rootModule: ".Provider")}" : NamespaceOf(token) + ".Inputs";

    public string OutputsNamespaceOf(string token) =>
        IsKubernetes ? $"{Root}.Types.Outputs{Suffix(token, rootModule: ".Provider")}" : NamespaceOf(token) + ".Outputs";

    public static string ClassOf(string token) => Pascal(SchemaPath.Split(token).Name);

    public static string PropertyOf(string name, PropertySchema property) => property.CSharpName ?? Pascal(name);

    /// <summary>A parameter or field name; a reserved word gets its <c>@</c>.</summary>
    public static string Variable(string name)
    {
        var identifier = Identifier(name);
        return Keywords.Contains(identifier) ? "@" + identifier : identifier;
    }

    /// <summary>The name with what C# does not allow replaced by underscores.</summary>
    public static string Identifier(string name)
    {
        var characters = name.Select(c => char.IsLetterOrDigit(c) ? c : '_').ToArray();
        return characters.Length == 0 || char.IsDigit(characters[0]) ? "_" + new string(characters) : new string(characters);
    }

    public static string Pascal(string name)
    {
        var identifier = Identifier(name);
        return char.ToUpperInvariant(identifier[0]) + identifier[1..];
    }

    private string Suffix(string token, string rootModule)
    {
        var module = SchemaPath.Split(token).Module;
        if (module == "index") return rootModule;

        return "." + (facts.Namespaces.TryGetValue(module, out var name) ? name : string.Join('.', module.Split('/').Select(Pascal)));
    }
}

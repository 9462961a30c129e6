using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <inheritdoc/>
public sealed class CustomResourceOptions : ResourceOptions
{
    public bool? DeleteBeforeReplace { get; set; }

    [field: MaybeNull]
    public List<string> AdditionalSecretOutputs { get => field ??= []; set; }

    public string? ImportId { get; set; }

    [field: MaybeNull]
    public Dictionary<string, string> EnvVarMappings { get => field ??= []; set; }

    /// <summary>Both in new options; where both speak, the second is heard, and lists hold the first's, then the second's.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        if (options1 is not null) merged.MergeCustom(options1);
        if (options2 is not null) merged.MergeCustom(options2);
        return merged;
    }

    private void MergeCustom(CustomResourceOptions other)
    {
        MergeWith(other);
        DeleteBeforeReplace = other.DeleteBeforeReplace ?? DeleteBeforeReplace;
        AdditionalSecretOutputs = [.. AdditionalSecretOutputs, .. other.AdditionalSecretOutputs];
        ImportId = other.ImportId ?? ImportId;
        foreach (var (variable, mapped) in other.EnvVarMappings) EnvVarMappings[variable] = mapped;
    }
}

namespace Pulumi;

/// <inheritdoc/>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;
    private Dictionary<string, string>? _envVarMappings;

    public bool? DeleteBeforeReplace { get; set; }

    public List<string> AdditionalSecretOutputs { get => _additionalSecretOutputs ??= []; set => _additionalSecretOutputs = value; }

    public string? ImportId { get; set; }

    public Dictionary<string, string> EnvVarMappings { get => _envVarMappings ??= []; set => _envVarMappings = value; }

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
        _additionalSecretOutputs = Join(_additionalSecretOutputs, other._additionalSecretOutputs);
        ImportId = other.ImportId ?? ImportId;
        foreach (var (variable, mapped) in other._envVarMappings ?? []) EnvVarMappings[variable] = mapped;
    }
}

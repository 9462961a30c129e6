namespace Infra.Review.Model;

/// <summary>The options a resource was registered with; null and empty mean not set.</summary>
public sealed record PreviewResourceOptions
{
    public static readonly PreviewResourceOptions None = new();

    public bool Protect { get; init; }
    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];
    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];
    public bool? DeleteBeforeReplace { get; init; }
    public IReadOnlyList<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>URNs, with those that follow from an aliased parent.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public OperationTimeouts? CustomTimeouts { get; init; }
    public bool RetainOnDelete { get; init; }
    public string? DeletedWith { get; init; }
    public IReadOnlyList<string> ReplaceWith { get; init; } = [];
    public PropertyValue? ReplacementTrigger { get; init; }
    public string? ImportId { get; init; }
    public string? Version { get; init; }
    public string? PluginDownloadUrl { get; init; }
    public IReadOnlyList<string> HideDiffs { get; init; } = [];
}

/// <summary>Seconds that an operation may take; null means the provider's own limit.</summary>
public sealed record OperationTimeouts(double? Create, double? Update, double? Delete);

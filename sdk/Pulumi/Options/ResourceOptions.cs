namespace Pulumi;

/// <summary>What may be said about a resource beside its inputs. A resource keeps a copy: one object may serve many.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? _dependsOn;
    private List<string>? _ignoreChanges;
    private List<ResourceTransformation>? _resourceTransformations;
    private List<ResourceTransform>? _resourceTransforms;
    private List<Input<Alias>>? _aliases;
    private List<string>? _replaceOnChanges;
    private InputList<Resource>? _replaceWith;
    private ResourceHookBinding? _hooks;
    private List<string>? _hideDiffs;

    /// <summary>Set and known: the resource is read, not made.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>None is the stack.</summary>
    public Resource? Parent { get; set; }

    public InputList<Resource> DependsOn { get => _dependsOn ??= []; set => _dependsOn = value; }

    public bool? Protect { get; set; }

    public List<string> IgnoreChanges { get => _ignoreChanges ??= []; set => _ignoreChanges = value; }

    public string? Version { get; set; }

    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    public List<ResourceTransformation> ResourceTransformations { get => _resourceTransformations ??= []; set => _resourceTransformations = value; }

    public List<ResourceTransform> ResourceTransforms { get => _resourceTransforms ??= []; set => _resourceTransforms = value; }

    public List<Input<Alias>> Aliases { get => _aliases ??= []; set => _aliases = value; }

    /// <summary>Set: the object stands for the resource of this URN, whose state is fetched.</summary>
    public string? Urn { get; set; }

    public List<string> ReplaceOnChanges { get => _replaceOnChanges ??= []; set => _replaceOnChanges = value; }

    public string? PluginDownloadURL { get; set; }

    public bool? RetainOnDelete { get; set; }

    public Resource? DeletedWith { get; set; }

    public InputList<Resource> ReplaceWith { get => _replaceWith ??= []; set => _replaceWith = value; }

    public ResourceHookBinding Hooks { get => _hooks ??= new(); set => _hooks = value; }

    public List<string> HideDiffs { get => _hideDiffs ??= []; set => _hideDiffs = value; }

    public Input<object>? ReplacementTrigger { get; set; }

    internal bool HasHooks => _hooks is { IsEmpty: false };

    /// <summary>Takes over what the other says: its scalars where it has them, its lists behind those here.</summary>
    internal void MergeWith(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        _dependsOn = Join(_dependsOn, other._dependsOn);
        Protect = other.Protect ?? Protect;
        _ignoreChanges = Join(_ignoreChanges, other._ignoreChanges);
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        _resourceTransformations = Join(_resourceTransformations, other._resourceTransformations);
        _resourceTransforms = Join(_resourceTransforms, other._resourceTransforms);
        _aliases = Join(_aliases, other._aliases);
        Urn = other.Urn ?? Urn;
        _replaceOnChanges = Join(_replaceOnChanges, other._replaceOnChanges);
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        _replaceWith = Join(_replaceWith, other._replaceWith);
        if (other.HasHooks) _hooks = ResourceHookBinding.Join(Hooks, other.Hooks);
        _hideDiffs = Join(_hideDiffs, other._hideDiffs);
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
    }

    // Most lists of most resources are never touched: none is made for them.
    private protected static List<T>? Join<T>(List<T>? first, List<T>? second) =>
        second is null ? first : first is null ? [.. second] : [.. first, .. second];

    private static InputList<T>? Join<T>(InputList<T>? first, InputList<T>? second) =>
        second is null ? first : (first ?? []).Concat(second);
}

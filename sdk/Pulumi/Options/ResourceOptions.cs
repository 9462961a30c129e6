using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>What may be said about a resource beside its inputs. A resource keeps a copy: one object may serve many.</summary>
public abstract class ResourceOptions
{
    /// <summary>Set and known: the resource is read, not made.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>None is the stack.</summary>
    public Resource? Parent { get; set; }

    [field: MaybeNull]
    public InputList<Resource> DependsOn { get => field ??= []; set; }

    public bool? Protect { get; set; }

    [field: MaybeNull]
    public List<string> IgnoreChanges { get => field ??= []; set; }

    public string? Version { get; set; }

    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    [field: MaybeNull]
    public List<ResourceTransformation> ResourceTransformations { get => field ??= []; set; }

    [field: MaybeNull]
    public List<ResourceTransform> ResourceTransforms { get => field ??= []; set; }

    [field: MaybeNull]
    public List<Input<Alias>> Aliases { get => field ??= []; set; }

    /// <summary>Set: the object stands for the resource of this URN, whose state is fetched.</summary>
    public string? Urn { get; set; }

    [field: MaybeNull]
    public List<string> ReplaceOnChanges { get => field ??= []; set; }

    public string? PluginDownloadURL { get; set; }

    public bool? RetainOnDelete { get; set; }

    public Resource? DeletedWith { get; set; }

    [field: MaybeNull]
    public InputList<Resource> ReplaceWith { get => field ??= []; set; }

    [field: MaybeNull]
    public ResourceHookBinding Hooks { get => field ??= new(); set; }

    [field: MaybeNull]
    public List<string> HideDiffs { get => field ??= []; set; }

    public Input<object>? ReplacementTrigger { get; set; }

    /// <summary>Takes over what the other says: its scalars where it has them, its lists behind those here.</summary>
    internal void MergeWith(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        DependsOn = DependsOn.Concat(other.DependsOn);
        Protect = other.Protect ?? Protect;
        IgnoreChanges = [.. IgnoreChanges, .. other.IgnoreChanges];
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        ResourceTransformations = [.. ResourceTransformations, .. other.ResourceTransformations];
        ResourceTransforms = [.. ResourceTransforms, .. other.ResourceTransforms];
        Aliases = [.. Aliases, .. other.Aliases];
        Urn = other.Urn ?? Urn;
        ReplaceOnChanges = [.. ReplaceOnChanges, .. other.ReplaceOnChanges];
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        ReplaceWith = ReplaceWith.Concat(other.ReplaceWith);
        Hooks = ResourceHookBinding.Join(Hooks, other.Hooks);
        HideDiffs = [.. HideDiffs, .. other.HideDiffs];
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
    }
}

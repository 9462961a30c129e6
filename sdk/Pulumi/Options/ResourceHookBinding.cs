using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>The hooks that the engine calls before and after it changes a resource.</summary>
public class ResourceHookBinding
{
    [field: MaybeNull]
    public List<ResourceHook> BeforeCreate { get => field ??= []; set; }

    [field: MaybeNull]
    public List<ResourceHook> AfterCreate { get => field ??= []; set; }

    [field: MaybeNull]
    public List<ResourceHook> BeforeUpdate { get => field ??= []; set; }

    [field: MaybeNull]
    public List<ResourceHook> AfterUpdate { get => field ??= []; set; }

    [field: MaybeNull]
    public List<ResourceHook> BeforeDelete { get => field ??= []; set; }

    [field: MaybeNull]
    public List<ResourceHook> AfterDelete { get => field ??= []; set; }

    [field: MaybeNull]
    public List<ErrorHook> OnError { get => field ??= []; set; }

    public bool IsEmpty =>
        BeforeCreate.Count + AfterCreate.Count + BeforeUpdate.Count + AfterUpdate.Count + BeforeDelete.Count + AfterDelete.Count + OnError.Count == 0;

    /// <summary>The same hooks in lists of their own.</summary>
    public ResourceHookBinding Clone() => Join(this, new());

    internal static ResourceHookBinding Join(ResourceHookBinding first, ResourceHookBinding second) => new()
    {
        BeforeCreate = [.. first.BeforeCreate, .. second.BeforeCreate],
        AfterCreate = [.. first.AfterCreate, .. second.AfterCreate],
        BeforeUpdate = [.. first.BeforeUpdate, .. second.BeforeUpdate],
        AfterUpdate = [.. first.AfterUpdate, .. second.AfterUpdate],
        BeforeDelete = [.. first.BeforeDelete, .. second.BeforeDelete],
        AfterDelete = [.. first.AfterDelete, .. second.AfterDelete],
        OnError = [.. first.OnError, .. second.OnError],
    };
}

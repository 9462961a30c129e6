namespace Pulumi;

/// <summary>A function of the program that the engine calls before or after it changes a resource.</summary>
public sealed class ResourceHook
{
    private readonly Lock _lock = new();
    private Task? _registration;

    public ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(callback);
        Name = name;
        Callback = callback;
        Options = options ?? new ResourceHookOptions();
    }

    public string Name { get; }

    public ResourceHookCallback Callback { get; }

    public ResourceHookOptions Options { get; }

    /// <summary>Makes the hook known to the engine, once.</summary>
    internal Task RegisterOnceAsync(Func<ResourceHook, Task> register)
    {
        lock (_lock) return _registration ??= register(this);
    }
}

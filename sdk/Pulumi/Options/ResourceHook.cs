namespace Pulumi;

/// <summary>
/// A function of the program that the engine calls before or after it changes a resource. The engine knows it by its name from the
/// moment it is made: what the program no longer has is deleted under hooks that nothing binds any more.
/// </summary>
public class ResourceHook
{
    public ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions? options = null)
        : this(name, callback, options ?? new ResourceHookOptions(), null)
    {
        Deployment.Current?.Callbacks.Register(this);
    }

    /// <param name="registered">Complete when the engine knows the hook, so that nothing registers it again.</param>
    protected ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions options, Task? registered)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(callback);
        ArgumentNullException.ThrowIfNull(options);
        Name = name;
        Callback = callback;
        Options = options;
        Registered = registered;
    }

    public string Name { get; }

    public ResourceHookCallback Callback { get; }

    public ResourceHookOptions Options { get; }

    /// <summary>Null where each deployment makes it known.</summary>
    internal Task? Registered { get; }
}

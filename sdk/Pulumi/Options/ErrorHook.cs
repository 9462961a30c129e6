namespace Pulumi;

/// <summary>A function of the program that the engine calls when an operation failed, to ask whether to try again.</summary>
public class ErrorHook
{
    public ErrorHook(string name, ErrorHookCallback callback)
        : this(name, callback, null)
    {
        Deployment.Current?.Callbacks.Register(this);
    }

    /// <param name="registered">Complete when the engine knows the hook, so that nothing registers it again.</param>
    protected ErrorHook(string name, ErrorHookCallback callback, Task? registered)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(callback);
        Name = name;
        Callback = callback;
        Registered = registered;
    }

    public string Name { get; }

    public ErrorHookCallback Callback { get; }

    /// <summary>Null where each deployment makes it known.</summary>
    internal Task? Registered { get; }
}

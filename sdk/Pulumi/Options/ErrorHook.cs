namespace Pulumi;

/// <summary>A function of the program that the engine calls when an operation failed, to ask whether to try again.</summary>
public sealed class ErrorHook
{
    private readonly Lock _lock = new();
    private Task? _registration;

    public ErrorHook(string name, ErrorHookCallback callback)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(callback);
        Name = name;
        Callback = callback;
    }

    public string Name { get; }

    public ErrorHookCallback Callback { get; }

    /// <summary>Makes the hook known to the engine, once.</summary>
    internal Task RegisterOnceAsync(Func<ErrorHook, Task> register)
    {
        lock (_lock) return _registration ??= register(this);
    }
}

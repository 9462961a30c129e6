namespace Pulumi;

/// <summary>The arguments of a provider function.</summary>
public abstract class InvokeArgs : InputArgs
{
    public static readonly InvokeArgs Empty = new EmptyArgs();

    protected InvokeArgs()
    {
    }

    internal sealed override ArgumentKind Kind => ArgumentKind.Invoke;

    private sealed class EmptyArgs : InvokeArgs;
}

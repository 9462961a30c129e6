namespace Pulumi;

/// <summary>The arguments of a method of a resource.</summary>
public abstract class CallArgs : InputArgs
{
    public static readonly CallArgs Empty = new EmptyArgs();

    protected CallArgs()
    {
    }

    internal sealed override ArgumentKind Kind => ArgumentKind.Call;

    private sealed class EmptyArgs : CallArgs;
}

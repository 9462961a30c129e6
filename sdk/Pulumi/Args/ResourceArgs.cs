namespace Pulumi;

/// <summary>The inputs of a resource, or of an object within.</summary>
public abstract class ResourceArgs : InputArgs
{
    public static readonly ResourceArgs Empty = new EmptyArgs();

    protected ResourceArgs()
    {
    }

    internal sealed override ArgumentKind Kind => ArgumentKind.Resource;

    private sealed class EmptyArgs : ResourceArgs;
}

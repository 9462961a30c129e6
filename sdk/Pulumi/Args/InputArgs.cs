namespace Pulumi;

/// <summary>A set of inputs. Its members are read when they are sent.</summary>
public abstract class InputArgs
{
    private protected InputArgs()
    {
    }

    internal abstract ArgumentKind Kind { get; }

    /// <summary>The members' names and values; what is absent is left out.</summary>
    internal virtual IEnumerable<KeyValuePair<string, object?>> Members() => InputMembers.Of(GetType()).Read(this);
}

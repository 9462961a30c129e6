namespace Pulumi;

/// <summary>Keeps a value in the state of the stack: the first one that it was given.</summary>
public sealed class Stash : CustomResource
{
    public Stash(string name, StashArgs args, CustomResourceOptions? options = null)
        : base("pulumi:index:Stash", name, args, options)
    {
    }

    /// <summary>The value that was given last.</summary>
    [Output("input")]
    public Output<object> Input { get; private set; } = null!;

    /// <summary>The value that is kept.</summary>
    [Output("output")]
    public Output<object> Output { get; private set; } = null!;
}

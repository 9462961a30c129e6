namespace Pulumi;

public sealed class StashArgs : ResourceArgs
{
    /// <summary>Any value that can be sent.</summary>
    [Input("input", required: true)]
    public Input<object> Input { get; set; } = null!;
}

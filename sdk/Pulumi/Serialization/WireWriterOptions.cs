namespace Pulumi;

/// <summary>How values are written.</summary>
/// <param name="Features">Where resource references or output values are not supported, plainer values take their place.</param>
/// <param name="KeepOutputValues">Outputs go with their facts, for remote components and methods.</param>
/// <param name="References">Whether a resource as a value is also a dependency.</param>
internal sealed record WireWriterOptions(FeatureSet Features, bool KeepOutputValues = false, bool References = true)
{
    /// <summary>For a reader that understands everything.</summary>
    public static WireWriterOptions Full { get; } = new(FeatureSet.Complete);
}

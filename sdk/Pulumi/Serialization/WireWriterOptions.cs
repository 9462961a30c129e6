namespace Pulumi;

/// <summary>How values are written.</summary>
/// <param name="KeepResources">Resources go as references, not as their ids.</param>
/// <param name="KeepOutputValues">Outputs go with their facts, for remote components and methods.</param>
/// <param name="References">Whether a resource as a value is also a dependency.</param>
internal sealed record WireWriterOptions(bool KeepResources, bool KeepOutputValues = false, bool References = true);

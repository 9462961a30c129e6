namespace Pulumi;

/// <summary>A value that is sent as one string of JSON.</summary>
internal sealed record JsonText(object Value);

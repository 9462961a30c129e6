namespace Pulumi.Experimental.Provider;

/// <summary>How a package of components is called.</summary>
/// <param name="Name">Letters, digits, <c>-</c> and <c>_</c>, the first one a letter.</param>
/// <param name="Namespace">Small letters, digits and <c>-</c>, the first one a letter; null for none.</param>
/// <param name="Version">Null is <c>0.0.0</c>: generated SDKs need a version.</param>
public sealed record Metadata(string Name, string? Namespace = null, string? Version = null, string? DisplayName = null);

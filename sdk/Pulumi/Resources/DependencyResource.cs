namespace Pulumi;

/// <summary>Stands for a resource of which only the URN, and perhaps the id, is known.</summary>
internal sealed class DependencyResource(string urn, string? id = null) : CustomResource(urn, id);

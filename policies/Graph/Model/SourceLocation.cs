namespace Infra.Policies;

/// <summary>Where in the program a resource is made.</summary>
/// <param name="File">Path relative to the project's root, with forward slashes.</param>
/// <param name="Line">Line, from 1.</param>
public sealed record SourceLocation(string File, int Line);

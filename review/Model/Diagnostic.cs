namespace Infra.Review.Model;

public enum DiagnosticSeverity
{
    Debug,
    Info,
    Warning,
    Error,
}

/// <summary>A line for the user: logged by the program, printed by it, or said by the engine.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">One or several lines, without a trailing newline.</param>
/// <param name="Urn">The resource it is about; null for the program as a whole.</param>
public sealed record Diagnostic(DiagnosticSeverity Severity, string Message, string? Urn = null);

namespace Infra.Policies;

public enum Severity
{
    Info,
    Warning,
    Error,
}

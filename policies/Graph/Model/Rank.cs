namespace Infra.Policies;

/// <summary>How much a violation hurts. Critical and high ones are errors, medium ones warnings, low ones information.</summary>
public enum Rank
{
    Low,
    Medium,
    High,
    Critical,
}

namespace Infra.Policies;

/// <summary>Undetermined means that a value the rule needs is not known; it is never a pass in silence.</summary>
public enum Verdict
{
    Pass,
    Fail,
    Undetermined,
}

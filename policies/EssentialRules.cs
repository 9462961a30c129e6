namespace Infra.Policies;

internal static class EssentialRules
{
    public static IEnumerable<Rule> All => [];
}

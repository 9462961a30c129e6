namespace Infra.Policies;

/// <summary>What several verdicts come to.</summary>
public static class Verdicts
{
    /// <summary>A pass if one of them is, else undetermined if one of them is; a fail of none.</summary>
    public static Verdict Any(IEnumerable<Verdict> verdicts) => FirstOf(Verdict.Pass, verdicts, Verdict.Fail);

    /// <summary>A fail if one of them is, else undetermined if one of them is; a pass of none.</summary>
    public static Verdict All(IEnumerable<Verdict> verdicts) => FirstOf(Verdict.Fail, verdicts, Verdict.Pass);

    private static Verdict FirstOf(Verdict deciding, IEnumerable<Verdict> verdicts, Verdict otherwise)
    {
        var answer = otherwise;
        foreach (var verdict in verdicts)
        {
            if (verdict == deciding) return deciding;
            if (verdict == Verdict.Undetermined) answer = Verdict.Undetermined;
        }
        return answer;
    }
}

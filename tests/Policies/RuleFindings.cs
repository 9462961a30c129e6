using Infra.Policies;

namespace Infra.Tests.Policies;

internal static class RuleFindings
{
    /// <summary>What one rule says of this program, each as verdict, property if one is named, and message.</summary>
    public static IReadOnlyList<string> Told(this SampleProgram program, string rule) =>
    [
        .. PolicyPack.Essential.Rules.Single(each => each.Id == rule).Check(program.Graph())
            .Select(finding => $"{finding.Verdict}{(finding.Property is null ? "" : $" {finding.Property}")}: {finding.Message}"),
    ];
}

using Infra.Policies;

namespace Infra.Tests.Policies.Firewall;

public sealed class EvasionTests
{
    private static readonly string[] FirewallRules =
    [
        "tier-matrix-closed", "tier-matrix-complete", "sg-tier-label", "sg-one-tier", "sg-attached-declared", "admin-ranges-narrow",
        "sg-internet-port-allowlist",
        "sg-no-public-admin-port", "sg-no-public-data-port", "sg-no-all-traffic-ingress", "sg-private-tier-source-is-sg", "sg-egress-allowlist",
        "default-sg-closed", "private-subnet-no-igw", "public-subnet-only-edge", "sg-explicit", "nacl-passes-declared-flows",
        "lb-targets-in-matrix", "eip-only-edge",
    ];

    private static readonly Evasion[] All = [.. DangerousFirewalls.All, .. HarmlessFirewalls.All];

    public static TheoryData<string> Names => [.. All.Select(each => each.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_firewall_is_judged_for_what_it_opens(string name)
    {
        var each = All.Single(entry => entry.ToString() == name);

        var findings = Judge(each);

        var messages = string.Join("\n", findings.Select(finding => $"{finding.Rule}: {finding.Message}"));
        if (each.Expected == Verdict.Pass) findings.ShouldBeEmpty(messages);
        else findings.Max(finding => finding.Severity).ShouldBe(Severity.Error);
        if (each.Expected == Verdict.Fail) findings.ShouldContain(finding => finding.Verdict == Verdict.Fail, messages);
        if (each.Expected == Verdict.Undetermined) findings.ShouldAllBe(finding => finding.Verdict == Verdict.Undetermined, messages);
    }

    [Fact]
    public void What_is_known_of_others_is_in_the_corpus() =>
        EvasionPage.Known.ShouldAllBe(name => All.Any(each => each.Name == name));

    [Fact]
    public void The_corpus_is_large_enough_to_mean_something()
    {
        DangerousFirewalls.All.Count().ShouldBeGreaterThanOrEqualTo(40);
        HarmlessFirewalls.All.Count().ShouldBeGreaterThanOrEqualTo(20);
    }

    internal static List<Finding> Judge(Evasion each) =>
        [.. PolicyPack.Essential.Check(each.Program.Graph()).Where(finding => FirewallRules.Contains(finding.Rule))];
}

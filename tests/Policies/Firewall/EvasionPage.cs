using System.Globalization;
using System.Text;
using Infra.Policies;

namespace Infra.Tests.Policies.Firewall;

/// <summary>The corpus as a page: what this library answers and, where it is known, what others do.</summary>
internal static class EvasionPage
{
    // Checkov's security group checks (CKV_AWS_24, 25, 260, 277) as of 2026-08-20, run on the same configurations in Terraform's form.
    private static readonly Dictionary<string, string> Checkov = new(StringComparer.Ordinal)
    {
        ["ssh from everywhere"] = "found",
        ["ssh from half the internet"] = "passed",
        ["ssh from one public /8"] = "passed",
        ["ssh from all of IPv6"] = "passed",
        ["MySQL from everywhere"] = "passed",
        ["Redis from everywhere"] = "passed",
        ["all protocols from everywhere"] = "passed",
        ["inline, after a self rule"] = "passed",
        ["inline, beside a prefix list"] = "passed",
        ["ssh by way of a jump host"] = "falsely reported",
    };

    // What follows from the conditions as they are published: trivy-checks of 2026-08-21 (AVD-AWS-0107 knows four spellings of everywhere
    // and ports 22 and 3389), cdk-nag of 2026-06 (EC23 asks whether the block contains "/0", whatever the port), and
    // compliance-policies of 2025-05 (inline rules alone, 0.0.0.0/0 and ::/0 alone).
    private static readonly Dictionary<string, string> Trivy = new(StringComparer.Ordinal)
    {
        ["ssh from everywhere"] = "found",
        ["ssh from half the internet"] = "passed",
        ["ssh from the other half"] = "passed",
        ["ssh from one public /8"] = "passed",
        ["ssh from one public address"] = "passed",
        ["ssh from IPv6's global unicast"] = "passed",
        ["MySQL from everywhere"] = "passed",
        ["Redis from everywhere"] = "passed",
    };

    private static readonly Dictionary<string, string> CdkNag = new(StringComparer.Ordinal)
    {
        ["ssh from everywhere"] = "found",
        ["MySQL from everywhere"] = "found",
        ["Redis from everywhere"] = "found",
        ["ssh from half the internet"] = "passed",
        ["ssh from the other half"] = "passed",
        ["ssh from one public /8"] = "passed",
        ["ssh from IPv6's global unicast"] = "passed",
        ["a load balancer on 80 and 443 for everyone"] = "falsely reported",
    };

    private static readonly Dictionary<string, string> CompliancePolicies = new(StringComparer.Ordinal)
    {
        ["ssh from everywhere"] = "passed",
        ["ssh from half the internet"] = "passed",
        ["ssh from all of IPv6"] = "passed",
        ["MySQL from everywhere"] = "passed",
        ["all protocols from everywhere"] = "passed",
        ["inline"] = "found",
        ["inline, as the second block"] = "found",
    };

    private static readonly (string Name, Dictionary<string, string> Answers)[] Others =
        [("Checkov", Checkov), ("Trivy", Trivy), ("cdk-nag", CdkNag), ("compliance-policies", CompliancePolicies)];

    /// <summary>The configurations of which something is known elsewhere.</summary>
    public static IEnumerable<string> Known => Others.SelectMany(other => other.Answers.Keys).Distinct();

    public static string Markdown()
    {
        var page = new StringBuilder("# Firewalls that scanners misjudge\n\nEach row is a test. ");
        page.Append("Checkov's column is measured: its security group checks of 2026-08-20, run on the same configuration. "
            + "The columns of Trivy (AVD-AWS-0107, 2026-08-21), ");
        page.Append("cdk-nag (EC23, 2026-06) and Pulumi's compliance-policies (2025-05) follow from reading their rules. An empty cell is not known.\n");
        Table(page, "Dangerous", [.. DangerousFirewalls.All]);
        Table(page, "Harmless", [.. HarmlessFirewalls.All]);
        return page.ToString();
    }

    private static void Table(StringBuilder page, string title, IReadOnlyList<Evasion> corpus)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}: {corpus.Count}\n\n"
            + $"| configuration | here | reported by | {string.Join(" | ", Others.Select(other => other.Name))} |\n");
        page.Append("|---|---|---|").AppendJoin("", Others.Select(_ => "---|")).Append('\n');
        foreach (var each in corpus)
        {
            var rules = EvasionTests.Judge(each).Select(finding => $"`{finding.Rule}`").Distinct().Order(StringComparer.Ordinal);
            page.Append(CultureInfo.InvariantCulture, $"| {each.Name} | {Word(each.Expected)} | {string.Join(", ", rules)} ");
            foreach (var (_, answers) in Others) page.Append(CultureInfo.InvariantCulture, $"| {answers.GetValueOrDefault(each.Name, "")} ");
            page.Append("|\n");
        }
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Fail => "error",
        Verdict.Undetermined => "undetermined",
        _ => "nothing to find",
    };
}

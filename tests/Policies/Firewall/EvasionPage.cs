using System.Text;
using Infra.Policies;

namespace Infra.Tests.Policies.Firewall;

/// <summary>The corpus as a page: what this library answers and, where it was measured, what another tool does.</summary>
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

    public static IEnumerable<string> Measured => Checkov.Keys;

    public static string Markdown()
    {
        var page = new StringBuilder("# Firewalls that scanners misjudge\n\nEach row is a test. ");
        page.Append("The last column is filled where it was measured: Checkov's security group checks of 2026-08-20 on the same configuration.\n");
        Table(page, "Dangerous", DangerousFirewalls.All);
        Table(page, "Harmless", HarmlessFirewalls.All);
        return page.ToString();
    }

    private static void Table(StringBuilder page, string title, IEnumerable<Evasion> corpus)
    {
        page.Append($"\n## {title}\n\n| configuration | verdict | reported by | Checkov |\n|---|---|---|---|\n");
        foreach (var each in corpus)
        {
            var rules = EvasionTests.Judge(each).Select(finding => $"`{finding.Rule}`").Distinct().Order(StringComparer.Ordinal);
            page.Append($"| {each.Name} | {Word(each.Expected)} | {string.Join(", ", rules)} | {Checkov.GetValueOrDefault(each.Name, "")} |\n");
        }
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Fail => "error",
        Verdict.Undetermined => "undetermined",
        _ => "nothing to find",
    };
}

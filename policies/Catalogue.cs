using System.Text;

namespace Infra.Policies;

/// <summary>The rules of a pack as a page: written once, in the rules.</summary>
public static class Catalogue
{
    public static string Markdown(PolicyPack pack)
    {
        var page = new StringBuilder();
        page.Append($"# Policies\n\n{pack.Rules.Count} rules, each one property of the world that must hold. An error stops a preview, a warning does not. ");
        page.Append("A value that a rule needs and that is not known yet gives the verdict undetermined, which names the property.\n\n");
        page.Append("This page is generated from the rules. The ids in the last column are those under which other tools know the same thing.\n\n");
        page.Append("## The tier matrix\n\nNothing but these paths may be open.\n\n| from | to | TCP ports | must be open | why |\n|---|---|---|---|---|\n");
        foreach (var paths in Firewall.TierMatrix.Paths.GroupBy(path => (path.To, Ports: string.Join(", ", path.Ports), path.Demand, path.Why)))
            page.Append($"| {string.Join(", ", paths.Select(path => path.From))} | {paths.Key.To} | {paths.Key.Ports} "
                + $"| {Word(paths.Key.Demand)} | {paths.Key.Why} |\n");
        foreach (var area in pack.Rules.GroupBy(Area))
        {
            page.Append($"\n## {area.Key}\n\n| rule | rank | severity | why | fix | elsewhere |\n|---|---|---|---|---|---|\n");
            foreach (var rule in area)
                page.Append($"| `{rule.Id}` | {Word(rule.Rank)} | {Word(rule.Severity)} | {Cell(rule.Why)} | {Cell(rule.Fix)} "
                    + $"| {string.Join(", ", rule.Anchors)} |\n");
        }

        page.Append("\n## Waivers\n\nWhat is accepted for a while stands in `infra.waivers.yaml` ([waivers.md](waivers.md)). "
            + "Errors of its own, which nobody can waive:\n\n");
        page.Append("| rule | why | fix |\n|---|---|---|\n");
        foreach (var policy in WaiverPolicy.All) page.Append($"| `{policy.Id}` | {Cell(policy.Why)} | {Cell(policy.Fix)} |\n");
        return page.ToString();
    }

    // The folder in which a rule stands is its area.
    private static string Area(Rule rule) => rule.GetType().Namespace!.Split('.')[^1] switch
    {
        "LoadBalancing" => "Load balancing",
        var name => name,
    };

    private static string Word(Firewall.Demand demand) => demand switch
    {
        Firewall.Demand.Required => "yes",
        Firewall.Demand.OneSource => "from one of the tiers",
        _ => "no",
    };

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}

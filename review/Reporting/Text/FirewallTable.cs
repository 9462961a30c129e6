using Infra.Policies;

namespace Infra.Review.Reporting.Text;

/// <summary>Who reaches whom. What is not listed is closed.</summary>
internal static class FirewallTable
{
    private static readonly IReadOnlyList<TextSpan> Titles =
        [.. "from|to|protocol|ports|through".Split('|').Select(title => new TextSpan(title, Tone.Quiet))];

    public static IEnumerable<TextLine> Lines(ReviewedPreview reviewed) => reviewed.Firewall.Count == 0
        ? TextLine.Heading("Firewall", $"no security group opens a path{Unseen(reviewed)}")
        : TextLine.Heading("Firewall", $"who reaches whom; all else is closed{Unseen(reviewed)}").Concat(Columns.Align([.. Rows(reviewed.Firewall)]));

    /// <summary>How far the internet gets; ways through the same tiers are told once.</summary>
    public static IEnumerable<TextLine> Reached(ReviewedPreview reviewed) => reviewed.Reached.Count == 0
        ? TextLine.Heading("Reached from the internet", $"nothing{Unseen(reviewed)}")
        : TextLine.Heading("Reached from the internet", "by public addresses, routes, network ACLs and security groups together, hop by hop")
            .Concat(Ways(reviewed.Reached));

    private static string Unseen(ReviewedPreview reviewed) => reviewed.Preview.Resources.Count(resource => resource.Remote) switch
    {
        0 => "",
        1 => ", as far as seen: 1 remote component is not",
        var count => FormattableString.Invariant($", as far as seen: {count} remote components are not"),
    };

    private static IEnumerable<TextLine> Ways(IReadOnlyList<InternetPath> paths) => paths
        .GroupBy(path => (Way: string.Join(" ", path.Hops.Select(hop => $"{hop.Tier ?? hop.Name} {hop.Ports}")), path.IsCertain))
        .OrderBy(same => same.First().Hops.Count).ThenBy(same => same.Key.Way, StringComparer.Ordinal)
        .Select(same => new TextLine(
        [
            same.First().ToString(),
            new(same.Count() > 1 ? FormattableString.Invariant($", and {same.Count() - 1} more like it") : "", Tone.Quiet),
            new(same.Key.IsCertain ? "" : " (perhaps)", Tone.Caution),
        ], 2, Breaks: true));

    private static IEnumerable<IReadOnlyList<TextSpan>> Rows(IReadOnlyList<FirewallFlow> flows)
    {
        yield return Titles;
        foreach (var flow in flows)
        {
            yield return
            [
                new(flow.From, flow.From == "internet" ? Tone.Caution : Tone.Plain), flow.To, flow.Protocol, Words.PortsOf(flow),
                new(flow.Via.Select(Words.NameIn).FirstOrDefault(""), Tone.Quiet),
            ];
            foreach (var urn in flow.Via.Skip(1)) yield return ["", "", "", "", new(Words.NameIn(urn), Tone.Quiet)];
        }
    }
}

using Infra.Policies;

namespace Infra.Review.Reporting.Text;

/// <summary>Who reaches whom. What is not listed is closed.</summary>
internal static class FirewallTable
{
    private static readonly IReadOnlyList<TextSpan> Titles =
        [.. "from|to|protocol|ports|through".Split('|').Select(title => new TextSpan(title, Tone.Quiet))];

    public static IEnumerable<TextLine> Lines(ReviewedPreview reviewed) => reviewed.Firewall.Count == 0
        ? TextLine.Heading("Firewall", "no path is open")
        : TextLine.Heading("Firewall", "who reaches whom; all else is closed").Concat(Columns.Align([.. Rows(reviewed.Firewall)]));

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

using Infra.Policies;
using Infra.Review.Model;

namespace Infra.Review.Reporting.Text;

/// <summary>Every resource on a line of its own, below its parent.</summary>
internal sealed class ResourceTree
{
    private const int WidestName = 64;
    private const int WidestType = 48;

    private readonly ILookup<string?, PreviewResource> _children;
    private readonly Dictionary<string, Severity> _worst;
    private readonly KeyFacts _facts;
    private readonly HashSet<string> _urns;

    public ResourceTree(ReviewedPreview reviewed)
    {
        _urns = reviewed.Preview.Resources.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        _children = reviewed.Preview.Resources.ToLookup(resource => resource.Parent is { } parent && _urns.Contains(parent) ? parent : null);
        _worst = reviewed.Failures.GroupBy(finding => finding.Urn, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Max(finding => finding.Severity), StringComparer.Ordinal);
        _facts = new KeyFacts(reviewed.Preview);
    }

    // A stack of its own rather than recursion: a program may nest as deep as it likes.
    public IEnumerable<TextLine> Lines()
    {
        var waiting = new Stack<Row>(RowsOf(null, "").Reverse());
        while (waiting.TryPop(out var row))
        {
            yield return Line(row);
            foreach (var child in RowsOf(row.Resource.Urn, row.Below).Reverse()) waiting.Push(child);
        }
    }

    // Brothers and sisters are aligned with each other, not with the whole tree: else one long name pushes everything aside.
    private IEnumerable<Row> RowsOf(string? parent, string below)
    {
        var children = _children[parent].ToList();
        if (children.Count == 0) yield break;
        var nameWidth = Math.Min(WidestName, children.Max(child => child.Name.Length));
        var typeWidth = Math.Min(WidestType, children.Max(child => Words.ShortType(child.Type).Length));
        for (var i = 0; i < children.Count; i++)
        {
            var isLast = i == children.Count - 1;
            var (branch, next) = parent is null ? ("", "") : isLast ? ("└─ ", "   ") : ("├─ ", "│  ");
            yield return new(below + branch, below + next, children[i], nameWidth, typeWidth);
        }
    }

    private TextLine Line(Row row)
    {
        var resource = row.Resource;
        var spans = new List<TextSpan>
        {
            new(row.Branch, Tone.Quiet),
            new(resource.Name.PadRight(row.NameWidth) + "  ", resource.Custom ? Tone.Plain : Tone.Strong),
            new(Words.ShortType(resource.Type).PadRight(row.TypeWidth) + "  ", resource.Custom ? Tone.Accent : Tone.Quiet),
        };
        if (_worst.TryGetValue(resource.Urn, out var severity)) spans.Add(new($"! {Words.Of(severity)}  ", FindingList.ToneOf(severity)));
        var marks = MarksOf(resource);
        if (marks.Length > 0) spans.Add(new($"[{marks}] ", Tone.Caution));
        spans.Add(resource.Custom ? _facts.Of(resource) : new TextSpan(Origin.OfUse(resource) is { } source ? Words.Of(source) : "", Tone.Quiet));
        return new(spans);
    }

    private static string MarksOf(PreviewResource resource)
    {
        List<string> marks = [];
        if (resource.Read) marks.Add("read, not made");
        if (resource.Options.Protect) marks.Add("protected");
        if (resource.Options.ImportId is { } id) marks.Add($"imports {id}");
        if (resource.Options.RetainOnDelete) marks.Add("kept on delete");
        if (resource.Options.IgnoreChanges.Count > 0) marks.Add($"ignores {string.Join(" ", resource.Options.IgnoreChanges)}");
        return string.Join(", ", marks);
    }

    private sealed record Row(string Branch, string Below, PreviewResource Resource, int NameWidth, int TypeWidth);
}

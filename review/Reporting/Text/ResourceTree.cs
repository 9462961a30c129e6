using Infra.Policies;
using Infra.Review.Model;

namespace Infra.Review.Reporting.Text;

/// <summary>Every resource on a line of its own, below its parent.</summary>
internal sealed class ResourceTree
{
    private const int WidestName = 64;
    private const int WidestType = 44;

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

    public IEnumerable<TextLine> Lines()
    {
        var rows = Rows().ToList();
        var nameWidth = Math.Min(WidestName, rows.Select(row => row.Branch.Length + row.Resource.Name.Length).DefaultIfEmpty().Max());
        var typeWidth = Math.Min(WidestType, rows.Select(row => Words.ShortType(row.Resource.Type).Length).DefaultIfEmpty().Max());
        return rows.Select(row => Line(row.Branch, row.Resource, nameWidth, typeWidth));
    }

    // A stack of its own rather than recursion: a program may nest as deep as it likes.
    private IEnumerable<(string Branch, PreviewResource Resource)> Rows()
    {
        var waiting = new Stack<(string Branch, string Below, PreviewResource Resource)>();
        foreach (var root in _children[null].Reverse()) waiting.Push(("", "", root));
        while (waiting.TryPop(out var next))
        {
            yield return (next.Branch, next.Resource);
            var isLast = true;
            foreach (var child in _children[next.Resource.Urn].Reverse())
            {
                waiting.Push((next.Below + (isLast ? "└─ " : "├─ "), next.Below + (isLast ? "   " : "│  "), child));
                isLast = false;
            }
        }
    }

    private TextLine Line(string branch, PreviewResource resource, int nameWidth, int typeWidth)
    {
        var spans = new List<TextSpan>
        {
            new(branch, Tone.Quiet),
            new(resource.Name.PadRight(Math.Max(0, nameWidth - branch.Length)) + "  ", resource.Custom ? Tone.Plain : Tone.Strong),
            new(Words.ShortType(resource.Type).PadRight(typeWidth) + "  ", resource.Custom ? Tone.Accent : Tone.Quiet),
        };
        if (_worst.TryGetValue(resource.Urn, out var severity)) spans.Add(new($"! {Words.Of(severity)}  ", FindingList.ToneOf(severity)));
        var marks = MarksOf(resource);
        if (marks.Length > 0) spans.Add(new($"[{marks}] ", Tone.Caution));
        spans.Add(resource.Custom ? _facts.Of(resource) : new TextSpan(resource.Source is { } source ? Words.Of(source) : "", Tone.Quiet));
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
}

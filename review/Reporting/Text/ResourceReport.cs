using System.Globalization;
using Infra.Review.Model;

namespace Infra.Review.Reporting.Text;

/// <summary>Everything known about one resource.</summary>
public static class ResourceReport
{
    public static IEnumerable<TextLine> Lines(ReviewedPreview reviewed, PreviewResource resource)
    {
        var findings = reviewed.Findings.Where(finding => finding.Urn == resource.Urn).ToList();
        return
        [
            TextLine.Of(new TextSpan(resource.Name, Tone.Strong), "  ", new(resource.Type, Tone.Accent)),
            .. Columns.Align([.. Identity(reviewed.Preview, resource)], breaks: true),
            .. Values("Inputs", resource.Inputs),
            .. Values(resource.Custom ? "Outputs beyond the inputs" : "Outputs", Computed(resource)),
            .. Section("Options", [.. Options(resource.Options)]),
            .. Section("Depends on", [.. Dependencies(resource)]),
            .. Section("Needed by", [.. Dependants(reviewed.Preview, resource)]),
            .. Section("Opens", [.. Flows(reviewed, resource)]),
            .. MessageList.Lines(reviewed.Preview.Diagnostics.Where(diagnostic => diagnostic.Urn == resource.Urn)),
            .. TextLine.Heading("Findings", findings.Count == 0 ? "none" : ""),
            .. FindingList.Lines(findings, reviewed),
        ];
    }

    private static IEnumerable<IReadOnlyList<TextSpan>> Identity(Preview preview, PreviewResource resource)
    {
        yield return Row("urn", resource.Urn);
        yield return Row("kind", resource switch
        {
            { Custom: true, Read: true } => "existing resource, read and not made",
            { Custom: true } => "resource of a provider",
            { Parent: null } => "stack",
            _ => "component",
        });
        if (resource.Id is not null) yield return Row("id", resource.Id.ToString());
        if (resource.Provider is not null) yield return Row("provider", resource.Provider);
        var parents = ParentsOf(preview, resource).Select(parent => $"{parent.Name} ({Words.ShortType(parent.Type)})").ToList();
        if (parents.Count > 0) yield return Row("parents", string.Join(" < ", parents));
        if (resource.Source is not null) yield return Row("made at", Words.Of(resource.Source));
        foreach (var caller in resource.SourceChain.Where(line => line != resource.Source).Distinct()) yield return Row("called from", Words.Of(caller));
    }

    private static IEnumerable<PreviewResource> ParentsOf(Preview preview, PreviewResource resource)
    {
        var byUrn = preview.Resources.ToDictionary(other => other.Urn, StringComparer.Ordinal);
        for (var parent = Find(resource.Parent); parent is not null; parent = Find(parent.Parent)) yield return parent;

        PreviewResource? Find(string? urn) => urn is null ? null : byUrn.GetValueOrDefault(urn);
    }

    private static PropertyDictionary Computed(PreviewResource resource) => PropertyDictionary.Of(resource.Outputs
        .Where(output => !resource.Inputs.TryGetValue(output.Key, out var input) || !input.Equals(output.Value)));

    private static IEnumerable<TextLine> Values(string title, PropertyDictionary values) => values.Count == 0
        ? []
        : TextLine.Heading(title).Concat(Columns.Align(
            [.. values.SelectMany(value => PropertyLines.Of(value.Key, value.Value)).Select(line => Row(line.Path, line.Text))], widest: 40, breaks: true));

    private static IEnumerable<IReadOnlyList<TextSpan>> Options(PreviewResourceOptions options)
    {
        if (options.Protect) yield return Row("protect", "true");
        if (options.RetainOnDelete) yield return Row("retainOnDelete", "true");
        if (options.DeleteBeforeReplace is { } first) yield return Row("deleteBeforeReplace", first ? "true" : "false");
        if (options.ImportId is not null) yield return Row("import", options.ImportId);
        if (options.DeletedWith is not null) yield return Row("deletedWith", options.DeletedWith);
        if (options.Version is not null) yield return Row("version", options.Version);
        if (options.PluginDownloadUrl is not null) yield return Row("pluginDownloadUrl", options.PluginDownloadUrl);
        if (options.ReplacementTrigger is not null) yield return Row("replacementTrigger", options.ReplacementTrigger.ToString());
        if (options.CustomTimeouts is { } timeouts)
            foreach (var (name, seconds) in new[] { ("create", timeouts.Create), ("update", timeouts.Update), ("delete", timeouts.Delete) })
                if (seconds is not null) yield return Row($"customTimeouts.{name}", $"{seconds.Value.ToString(CultureInfo.InvariantCulture)} s");
        foreach (var (name, texts) in new[]
        {
            ("ignoreChanges", options.IgnoreChanges), ("replaceOnChanges", options.ReplaceOnChanges), ("replaceWith", options.ReplaceWith),
            ("additionalSecretOutputs", options.AdditionalSecretOutputs), ("hideDiffs", options.HideDiffs), ("aliases", options.Aliases),
        })
            foreach (var text in texts) yield return Row(name, text);
    }

    private static IEnumerable<IReadOnlyList<TextSpan>> Dependencies(PreviewResource resource) =>
        resource.Dependencies.Select(urn => Row(ThroughOf(resource, urn), urn)).OrderBy(row => row[0].Text, StringComparer.Ordinal);

    private static IEnumerable<IReadOnlyList<TextSpan>> Dependants(Preview preview, PreviewResource resource) => preview.Resources
        .Where(other => other.Dependencies.Contains(resource.Urn))
        .Select(other => Row(ThroughOf(other, resource.Urn), other.Urn));

    private static string ThroughOf(PreviewResource resource, string urn)
    {
        var properties = resource.PropertyDependencies.Where(entry => entry.Value.Contains(urn)).Select(entry => entry.Key).ToList();
        return properties.Count == 0 ? "(as a whole)" : string.Join(", ", properties);
    }

    private static IEnumerable<IReadOnlyList<TextSpan>> Flows(ReviewedPreview reviewed, PreviewResource resource) => reviewed.Firewall
        .Where(flow => flow.Via.Contains(resource.Urn))
        .Select(flow => Row($"{flow.From} -> {flow.To}", $"{flow.Protocol} {Words.PortsOf(flow)}".TrimEnd()));

    private static IEnumerable<TextLine> Section(string title, IReadOnlyList<IReadOnlyList<TextSpan>> rows) =>
        rows.Count == 0 ? [] : TextLine.Heading(title).Concat(Columns.Align(rows, breaks: true));

    private static TextSpan[] Row(string name, string value) => [new(name, Tone.Quiet), value];
}

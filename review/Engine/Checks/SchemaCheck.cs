using System.Globalization;
using Infra.Policies;
using Infra.Review.Engine.Synthesis;
using Infra.Review.Model;

namespace Infra.Review.Engine.Checks;

/// <summary>Inputs that the provider would refuse.</summary>
public static class SchemaCheck
{
    public static IEnumerable<Finding> Of(PreviewResource resource)
    {
        var schema = Schemas.Resource(resource.Type);
        if (schema is null) return [];
        var findings = new InputCheck(resource).Check(schema.Inputs, resource.Inputs, "").ToList();
        return findings.Count == 0 || OtherVersions(resource) is not var (used, known) ? findings : findings.Select(finding => finding with
        {
            Verdict = Verdict.Undetermined,
            Message = $"{finding.Message}; the program uses {used}, and this was judged by the schema of {known}",
            Fix = $"{finding.Fix}, unless {used} takes it as it is",
        });
    }

    // Within a major version a provider only adds, so a newer schema judges an older provider well enough, but not the other way round.
    private static (string Used, string Known)? OtherVersions(PreviewResource resource)
    {
        if (resource.Options.Version is not { } used || !Schemas.TryFind(resource.Type, out var provider)) return null;
        var known = provider.Facts.Version;
        var isCovered = Parse(used) is { } given && Parse(known) is { } ours && given.Major == ours.Major && given.Minor <= ours.Minor;
        return isCovered ? null : ($"{provider.Name} {used}", $"{provider.Name} {known}");
    }

    private static (int Major, int Minor)? Parse(string version) =>
        version.TrimStart('v').Split('.') is [var major, var minor, ..] && Number(major) is { } first && Number(minor) is { } second ? (first, second) : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

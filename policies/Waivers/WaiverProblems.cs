using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Policies;

/// <summary>Collects everything that is wrong with waivers, each with its place, so that it is told at once.</summary>
internal sealed partial class WaiverProblems
{
    private readonly List<string> _lines = [];
    private readonly HashSet<(string, string, string?)> _seen = [];

    public void Add(string place, string text) => _lines.Add($"{place}: {text}.");

    /// <param name="waiver">One of the waivers.</param>
    /// <param name="rules">The rules that there are.</param>
    /// <param name="today">In UTC.</param>
    /// <param name="stacks">What its stack and project are looked up in; null where no files are known.</param>
    public void Add(Waiver waiver, IReadOnlyList<Rule> rules, DateOnly today, ProjectStacks? stacks = null)
    {
        var place = waiver.Source is { } source ? FormattableString.Invariant($"{source.File}:{source.Line}") : $"waiver of {waiver.Rule}";
        if (Reject(waiver.Rule, rules) is { } rule) Add(place, rule);
        if (waiver.Urn.Contains('*')) Add(place, $"urn is '{waiver.Urn}'; a waiver names one resource by its whole URN, without wildcards");
        else if (!Urn().IsMatch(waiver.Urn))
            Add(place, $"urn is '{waiver.Urn}'; expected urn:pulumi:<stack>::<project>::<type>::<name>, as the report shows it");
        else if (stacks is not null) foreach (var problem in stacks.Reject(waiver.Urn)) Add(place, problem);
        if (waiver.Fingerprint is { } fingerprint && !Fingerprint().IsMatch(fingerprint))
            Add(place, $"fingerprint is '{fingerprint}'; expected 32 hexadecimal digits, as the JSON report shows them");
        if (waiver.Reason.Trim().Length < Waiver.ShortestReason)
            Add(place, FormattableString.Invariant(
                $"reason is '{waiver.Reason}'; say in at least {Waiver.ShortestReason} characters why the finding is acceptable"));
        if (string.IsNullOrWhiteSpace(waiver.Owner)) Add(place, "owner is empty; name the team or person who answers for it");
        var days = waiver.Expires.DayNumber - today.DayNumber;
        if (days > Waiver.MostDays)
            Add(place, FormattableString.Invariant($"expires is {waiver.Expires:yyyy-MM-dd}, {days} days from {today:yyyy-MM-dd}; ")
                + FormattableString.Invariant($"allowed are at most {Waiver.MostDays}, so {today.AddDays(Waiver.MostDays):yyyy-MM-dd}"));
        if (!_seen.Add((waiver.Rule, waiver.Urn, waiver.Fingerprint))) Add(place, $"the same waiver of {waiver.Rule} is given twice; remove one");
    }

    /// <exception cref="WaiverException">There are problems; they are listed in the order in which they were found.</exception>
    public void ThrowIfAny(string headline)
    {
        if (_lines.Count == 0) return;
        throw new WaiverException(_lines.Count == 1
            ? $"{headline}: {_lines[0]}"
            : string.Create(CultureInfo.InvariantCulture, $"{headline} in {_lines.Count} places:\n  {string.Join("\n  ", _lines)}"));
    }

    private static string? Reject(string id, IReadOnlyList<Rule> rules)
    {
        if (rules.Any(rule => rule.Id == id)) return null;
        if (id.StartsWith("schema-", StringComparison.Ordinal)) return $"rule is '{id}', which the provider itself would refuse; it cannot be waived";
        if (id.StartsWith("preview-", StringComparison.Ordinal)) return $"rule is '{id}', which nobody has looked at offline; it cannot be waived";
        if (id.StartsWith(WaiverPolicy.Prefix, StringComparison.Ordinal)) return $"rule is '{id}', which is about waivers; it cannot be waived";
        var alike = rules.Select(rule => rule.Id).FirstOrDefault(known =>
            known.StartsWith(id, StringComparison.OrdinalIgnoreCase) || id.StartsWith(known, StringComparison.OrdinalIgnoreCase));
        return $"rule is '{id}', and there is no such rule; {(alike is null || id.Length == 0 ? "infra policies lists them" : $"the nearest is {alike}")}";
    }

    [GeneratedRegex("^urn:pulumi:[^:]+::[^:]+::.+::.+$", RegexOptions.CultureInvariant)]
    private static partial Regex Urn();

    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.CultureInvariant)]
    private static partial Regex Fingerprint();
}

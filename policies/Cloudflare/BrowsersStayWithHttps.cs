namespace Infra.Policies.Cloudflare;

public sealed class BrowsersStayWithHttps() : ZoneSettingRule(
    "cf-zone-hsts",
    Rank.Medium,
    "security_header",
    "securityHeader",
    "Without HSTS the first request of every visit goes in plain text and can be turned elsewhere.",
    "write a ZoneSetting \"security_header\" with the value { strict_transport_security: { enabled: true, max_age: 15552000 } }; once it is kept, "
        + "no name of the zone can go back to plain HTTP for that many seconds")
{
    private const string Header = "strict-transport-security";

    public override IReadOnlyList<string> Types => [.. base.Types, .. CloudflareTypes.Ruleset];

    // The value goes to the API as it is written; the settings of version 5 have the members without a name around them.
    protected override IEnumerable<Finding> CheckValue(ResourceNode resource, PropertyValue value)
    {
        if (value.IsUnknown) return [Undetermined(resource, value)];
        var whole = value.AsObject() ?? value;
        var header = Member(whole, "strict_transport_security", "strictTransportSecurity");
        if (header.IsAbsent) header = whole;
        var (enabled, age) = (header["enabled"], Member(header, "max_age", "maxAge"));
        var isOff = enabled is { IsUnknown: false, Truth: not true };
        if (!isOff && (enabled.IsUnknown || age.IsUnknown)) return [Undetermined(resource, enabled.IsUnknown ? enabled : age)];
        return isOff ? [Fail(resource, enabled.Path, $"{enabled.Path} is {enabled}, not true", "enabled")]
            : age.Number == 0 ? [Fail(resource, age.Path, $"{age.Path} is 0, which tells browsers to forget it", "max_age")]
            : [];
    }

    protected override Verdict IsDoneElsewhere(ResourceNode zone, ResourceGraph graph) =>
        ZoneRules.Hold(graph, zone, "http_response_headers_transform", Sets);

    private static Verdict Sets(PropertyValue rule)
    {
        var headers = rule["actionParameters"]["headers"];
        if (headers.IsUnknown) return Verdict.Undetermined;
        // Members by name in version 6, a list with names before.
        return Verdicts.Any(
        [
            .. headers.Members.Select(member => IsSet(member.Name, member.Value)),
            .. headers.Items.Select(item => IsSet(item["name"].Text, item)),
        ]);
    }

    private static Verdict IsSet(string? name, PropertyValue header) =>
        !string.Equals(name, Header, StringComparison.OrdinalIgnoreCase) ? header.IsUnknown && name is null ? Verdict.Undetermined : Verdict.Fail
        : header["operation"].IsUnknown ? Verdict.Undetermined
        : header["operation"].Text == "remove" ? Verdict.Fail
        : Verdict.Pass;

    private static PropertyValue Member(PropertyValue value, string name, string former) => value[name] is { IsAbsent: false } member ? member : value[former];
}

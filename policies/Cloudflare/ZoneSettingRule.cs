namespace Infra.Policies.Cloudflare;

/// <summary>A rule about one setting of a zone: of each that the program writes, and of each zone that it makes without writing it.</summary>
/// <param name="id">Kebab-case, frozen.</param>
/// <param name="rank">How much a violation hurts.</param>
/// <param name="setting">The setting's id, for example <c>min_tls_version</c>.</param>
/// <param name="former">Its name in the resource of all settings that the provider had up to version 5, for example <c>minTlsVersion</c>.</param>
/// <param name="why">One sentence.</param>
/// <param name="fix">What to do about it.</param>
public abstract class ZoneSettingRule(string id, Rank rank, string setting, string former, string why, string fix) : Rule(id, rank, why, fix)
{
    public override IReadOnlyList<string> Types { get; } = [.. ZoneTraffic.Types, .. CloudflareTypes.ZoneSetting, .. CloudflareTypes.ZoneSettings];

    public sealed override IEnumerable<Finding> Check(ResourceGraph graph) =>
    [
        .. graph.OfType(CloudflareTypes.ZoneSetting).SelectMany(CheckSetting),
        .. graph.OfType(CloudflareTypes.ZoneSettings).SelectMany(CheckFormer),
        .. CheckExceptions(graph),
        .. graph.OfType(CloudflareTypes.Zone)
            .SelectMany(zone => ZoneTraffic.Scope(zone, graph, Missing(zone, graph), (node, value) => Undetermined(node, value))),
    ];

    /// <summary>What is wrong with the value that the program writes.</summary>
    protected abstract IEnumerable<Finding> CheckValue(ResourceNode resource, PropertyValue value);

    /// <summary>Whether something other than the setting does the same for a zone.</summary>
    protected virtual Verdict IsDoneElsewhere(ResourceNode zone, ResourceGraph graph) => Verdict.Fail;

    /// <summary>What takes the setting back for some of the requests.</summary>
    protected virtual IEnumerable<Finding> CheckExceptions(ResourceGraph graph) => [];

    /// <summary>Nothing if a value is as it must be; a finding that says what it is otherwise.</summary>
    protected IEnumerable<Finding> Expect(ResourceNode resource, PropertyValue value, Func<string, bool> holds, string expected, string? key = null)
    {
        if (value.IsUnknown) return [Undetermined(resource, value, key)];
        return holds(value.Text ?? "") ? [] : [Fail(resource, value.Path, $"{value.Path} is {value}, not {expected}", key)];
    }

    private IEnumerable<Finding> CheckSetting(ResourceNode resource) =>
        Unless(resource, resource["settingId"], name => name.Text != setting, CheckValue(resource, resource["value"]));

    private IEnumerable<Finding> CheckFormer(ResourceNode resource) =>
        resource["settings"][former] is { IsAbsent: false } value ? CheckValue(resource, value) : [];

    private IEnumerable<Finding> Missing(ResourceNode zone, ResourceGraph graph)
    {
        var writers = graph.PointingTo(zone, CloudflareTypes.Zone, CloudflareTypes.ZoneSetting, "zoneId")
            .Where(writer => writer["settingId"].IsUnknown || writer["settingId"].Text == setting)
            .Concat(graph.PointingTo(zone, CloudflareTypes.Zone, CloudflareTypes.ZoneSettings, "zoneId")
                .Where(writer => !writer["settings"][former].IsAbsent)).ToList();
        if (writers.Exists(IsCertain)) return [];
        if (writers.FirstOrDefault() is { } doubtful)
            return [Undetermined(zone, "zoneId", $"whether {doubtful.Name} writes its setting {setting} is not known before the deployment")];
        return IsDoneElsewhere(zone, graph) switch
        {
            Verdict.Pass => [],
            Verdict.Fail => [Fail(zone, null, $"no ZoneSetting {setting} names it")],
            _ => [Undetermined(zone, "zoneId", $"whether something else does what its setting {setting} would do is not known before the deployment")],
        };

        bool IsCertain(ResourceNode writer) =>
            !writer["settingId"].IsUnknown && graph.Resolve(writer, writer["zoneId"], CloudflareTypes.Zone).Target == zone;
    }
}

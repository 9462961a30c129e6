using Infra.Policies.Firewall;

namespace Infra.Policies.Routing;

/// <summary>One line of a network ACL, or what is known of it.</summary>
/// <param name="Rule">The resource that holds it.</param>
/// <param name="Number">Lower ones are asked first; null if it is not known.</param>
/// <param name="Allows">Null if it is not known.</param>
/// <param name="Addresses">Null if they are not known: it may be any.</param>
/// <param name="Traffic">The same.</param>
/// <param name="Unknown">The first property that is not known.</param>
public sealed record AclLine(ResourceNode Rule, int? Number, bool? Allows, CidrSet? Addresses, Traffic? Traffic, string? Unknown)
{
    public bool MayConcern(CidrSet addresses, Traffic traffic) =>
        Addresses?.Overlaps(addresses) is not false && Traffic?.Overlaps(traffic) is not false;

    public static AclLine Read(ResourceNode rule, PropertyValue number, PropertyValue action, Func<string, PropertyValue> entry, bool isMember)
    {
        var (traffic, unknownTraffic) = TrafficReader.Read(entry("protocol"), entry("fromPort"), entry("toPort"));
        PropertyValue[] blocks = [entry("cidrBlock"), entry("ipv6CidrBlock")];
        var unknown = blocks.Concat([number, action]).Where(value => value.IsUnknown).Select(value => value.Path).FirstOrDefault()
            ?? (traffic is null ? unknownTraffic : null)
            ?? (isMember ? null : "networkAclId");
        return new(
            rule,
            number.Number,
            action.Text is { } text ? text.Equals("allow", StringComparison.OrdinalIgnoreCase) : null,
            blocks.Any(block => block.IsUnknown) ? null : blocks.Select(block => CidrSet.Parse(block.Text ?? "")).OfType<CidrSet>()
                .Aggregate(CidrSet.None, (all, block) => all.Union(block)),
            traffic,
            unknown);
    }
}

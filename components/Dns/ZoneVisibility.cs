using Pulumi;

namespace Infra.Components.Dns;

/// <summary>Whom a zone answers.</summary>
public abstract record ZoneVisibility
{
    private protected ZoneVisibility()
    {
    }

    internal abstract IEnumerable<string> Check();
}

/// <summary>
/// Everyone. Answers are signed (DNSSEC): resolvers that check signatures take no forged ones once the parent zone holds
/// the zone's DS record.
/// </summary>
/// <param name="QueryLogDays">How long it is kept who asked for what.</param>
/// <param name="QueryLogKeyArn">Encrypts that, if it is given: a key of us-east-1 that CloudWatch Logs may use.</param>
public sealed record PublicZone(int QueryLogDays, Input<string>? QueryLogKeyArn = null) : ZoneVisibility
{
    internal override IEnumerable<string> Check() => LogRetention.Check("Query logs", QueryLogDays);
}

/// <summary>The machines of some networks, which need DNS support and DNS host names switched on.</summary>
/// <param name="VpcIds">By a region's name.</param>
public sealed record PrivateZone(IReadOnlyDictionary<string, Input<string>> VpcIds) : ZoneVisibility
{
    internal override IEnumerable<string> Check()
    {
        if (VpcIds.Count == 0) yield return "A private zone belongs to at least one VPC; none is given.";
        foreach (var region in VpcIds.Keys.Where(region => !Location.IsRegion(region)).Order(StringComparer.Ordinal))
            yield return $"VpcIds names the region '{region}'; expected is a name such as eu-central-1.";
    }
}

using System.Collections.Immutable;
using System.Net.Sockets;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.Route53;

namespace Infra.Components.Dns;

/// <summary>What Route 53 looks at to call something healthy. Limits: Route 53 API reference, HealthCheckConfig, read 2026-11.</summary>
public abstract record HealthProbe
{
    private protected HealthProbe()
    {
    }

    /// <summary>What is wrong when it fails, in one sentence.</summary>
    internal abstract string Says { get; }

    internal abstract void WriteTo(HealthCheckArgs check);

    internal abstract IEnumerable<string> Check();
}

/// <summary>Asks a page over HTTPS from several places of the world, as a user would. What it asks must be open to the internet.</summary>
public sealed record EndpointProbe : HealthProbe
{
    private const int FewestRegions = 3;

    // Route 53 developer guide, values for health checks, read 2026-11.
    private static readonly string[] CheckerRegions =
        ["ap-northeast-1", "ap-southeast-1", "ap-southeast-2", "eu-west-1", "sa-east-1", "us-east-1", "us-west-1", "us-west-2"];

    public required DomainName Host { get; init; }

    public required string Path { get; init; }

    /// <summary>An address to ask instead of those that the host's name has; the name is still what is asked for.</summary>
    public string? Address { get; init; }

    /// <summary>A text within the first 5,120 bytes of a good answer; without one a status below 400 is good.</summary>
    public string? SearchText { get; init; }

    /// <summary>10 or 30; frozen.</summary>
    public int IntervalSeconds { get; init; } = 30;

    /// <summary>1 to 10 answers in a row turn the verdict.</summary>
    public int FailureThreshold { get; init; } = 3;

    /// <summary>Where it is asked from; empty for everywhere.</summary>
    public ImmutableArray<string> FromRegions { get; init; } = [];

    internal override string Says => $"https://{Host}{Path} gives no good answer to the world.";

    internal override void WriteTo(HealthCheckArgs check)
    {
        check.Type = SearchText is null ? "HTTPS" : "HTTPS_STR_MATCH";
        check.Fqdn = $"{Host}";
        check.Port = 443;
        check.EnableSni = true;
        check.ResourcePath = Path;
        check.RequestInterval = IntervalSeconds;
        check.FailureThreshold = FailureThreshold;
        check.MeasureLatency = true;
        if (Address is not null) check.IpAddress = Address;
        if (SearchText is not null) check.SearchString = SearchText;
        if (FromRegions.Length > 0) check.Regions = FromRegions;
    }

    internal override IEnumerable<string> Check()
    {
        if (Host.IsWildcard) yield return $"Host is {Host}; expected is the name of one host.";
        foreach (var problem in new Edge.HealthCheck { Path = Path }.Check()) yield return $"In its probe {problem}";
        if (Address is not null && !DnsRecord.IsAddress(Address, AddressFamily.InterNetwork))
            yield return $"Address is '{Address}', which is no IPv4 address.";
        else if (Address is not null && Cidr.Parse($"{Address}/32").IsPrivate)
            yield return $"Address is {Address}, which the checkers of Route 53 cannot reach; watch an alarm instead.";
        if (SearchText is { Length: 0 or > 255 }) yield return $"SearchText has {SearchText.Length} characters; allowed are 1 to 255.";
        if (IntervalSeconds is not (10 or 30)) yield return $"IntervalSeconds is {IntervalSeconds}; allowed is 10 or 30.";
        if (FailureThreshold is < 1 or > 10) yield return $"FailureThreshold is {FailureThreshold}; allowed is 1 to 10.";
        if (FromRegions.Length is > 0 and < FewestRegions)
            yield return $"FromRegions names {FromRegions.Length} region(s); expected are none or at least {FewestRegions}.";
        foreach (var region in FromRegions.Where(region => !CheckerRegions.Contains(region)))
            yield return $"FromRegions names '{region}'; allowed are {string.Join(", ", CheckerRegions)}.";
    }
}

/// <summary>
/// Healthy while a CloudWatch alarm is not in alarm: the way to watch what the internet cannot reach. The alarm's metric has a period of a
/// minute or more, and its statistic is no percentile (Route 53 API reference, AlarmIdentifier, read 2026-11).
/// </summary>
public sealed record AlarmProbe(WatchedAlarm Alarm, string Region) : HealthProbe
{
    /// <summary>What it means when the alarm has nothing to judge by; by default the last verdict stands.</summary>
    public Silence Silence { get; init; } = Silence.SaysNothing;

    internal override string Says => $"An alarm in {Region} tells that something is down.";

    internal override void WriteTo(HealthCheckArgs check)
    {
        check.Type = "CLOUDWATCH_METRIC";
        check.CloudwatchAlarmName = Alarm.Name;
        check.CloudwatchAlarmRegion = Region;
        check.Triggers = Alarm.Copied;
        check.InsufficientDataHealthStatus = Silence switch
        {
            Silence.IsFine => "Healthy",
            Silence.IsBad => "Unhealthy",
            _ => "LastKnownStatus",
        };
    }

    internal override IEnumerable<string> Check()
    {
        if (!Location.IsRegion(Region)) yield return $"The alarm's region is '{Region}'; expected is a name such as eu-central-1.";
    }
}

/// <summary>Healthy while enough other checks are.</summary>
/// <param name="CheckIds">1 to 255 (Route 53 developer guide, "Quotas on health checks", read 2026-11).</param>
/// <param name="HealthyNeeded">How many of them must pass.</param>
public sealed record CombinedProbe(IReadOnlyList<Input<string>> CheckIds, int HealthyNeeded) : HealthProbe
{
    internal override string Says => $"Fewer than {HealthyNeeded} of {CheckIds.Count} health checks pass.";

    internal override void WriteTo(HealthCheckArgs check)
    {
        check.Type = "CALCULATED";
        check.ChildHealthchecks = CheckIds.ToList();
        check.ChildHealthThreshold = HealthyNeeded;
    }

    internal override IEnumerable<string> Check()
    {
        if (CheckIds.Count is < 1 or > 255) yield return $"It combines {CheckIds.Count} checks; allowed are 1 to 255.";
        if (HealthyNeeded < 1 || HealthyNeeded > CheckIds.Count)
            yield return $"HealthyNeeded is {HealthyNeeded}; allowed is 1 to {CheckIds.Count}, the number of checks: 0 would always be healthy.";
    }
}

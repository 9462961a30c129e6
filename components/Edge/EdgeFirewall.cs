using Infra.Components.Delivery;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.WafV2;
using Pulumi.Aws.WafV2.Inputs;

namespace Infra.Components.Edge;

public sealed record EdgeFirewallArgs
{
    public required Naming Naming { get; init; }

    /// <summary>That of the load balancers; before distributions it is AWS's one region for them, whatever is given.</summary>
    public required Location Location { get; init; }

    public required FirewallPlace Place { get; init; }

    public required IReadOnlyList<ManagedRules> ManagedRules { get; init; }

    public required RateLimit RateLimit { get; init; }

    public required int LogDays { get; init; }

    /// <summary>Encrypts the logs, if it is given: a key of the firewall's own region that CloudWatch Logs may use.</summary>
    public Input<string>? LogKeyArn { get; init; }

    /// <summary>Always let through, past every other rule.</summary>
    public IReadOnlyList<AddressRange> AllowedRanges { get; init; } = [];

    public IReadOnlyList<AddressRange> BlockedRanges { get; init; } = [];

    public Countries Countries { get; init; } = Countries.All;
}

/// <summary>A web application firewall (AWS WAF) before distributions or load balancers; it logs what it stops and what it counts.</summary>
public sealed class EdgeFirewall : ComponentResource, IObserved
{
    /// <summary>AWS WAF quotas, read 2026-11. Above 1,500 each request costs more.</summary>
    private const int MostCapacityUnits = 5000;
    private const int MostAddresses = 10_000;

    // Metrics are named component, hyphen, rule; AWS takes 128 characters, and a rule's key is 28 at most.
    private const int LongestName = 100;
    private static readonly string[] LoggedActions = ["BLOCK", "COUNT", "EXCLUDED_AS_COUNT"];
    private static readonly string[] SecretHeaders = ["authorization", "cookie", PullOrigin.SecretHeader.ToLowerInvariant()];

    public EdgeFirewall(string name, EdgeFirewallArgs args, ComponentResourceOptions? options = null)
        : base("infra:edge:EdgeFirewall", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var region = (args.Place is BeforeDistributions ? args.Location.Global() : args.Location).Region;
        var scope = args.Place is BeforeDistributions ? "CLOUDFRONT" : "REGIONAL";
        var allowed = CreateSets($"{name}-allowed", scope, region, args.Naming, args.AllowedRanges, child);
        var blocked = CreateSets($"{name}-blocked", scope, region, args.Naming, args.BlockedRanges, child);
        var acl = CreateAcl(name, args, scope, region, new EdgeRules(name, args).Build(allowed, blocked), child);
        Log(name, args, region, acl, child);
        if (args.Place is BeforeBalancers place)
            foreach (var (key, balancer) in place.Balancers.OrderBy(balancer => balancer.Key, StringComparer.Ordinal))
                _ = new WebAclAssociation($"{name}-{key}", new() { Region = region, ResourceArn = balancer.Arn, WebAclArn = acl.Arn }, child);

        Arn = acl.Arn;
        CapacityUnits = EdgeRules.CapacityUnits(args);
        Telemetry = EdgeFirewallTelemetry.Of(name, region, LogGroupOf(name, args), args);
        RegisterOutputs();
    }

    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>As the documentation of the rules gives them; AWS's own count is the resource's.</summary>
    [Output("capacityUnits")]
    public int CapacityUnits { get; }

    public Telemetry Telemetry { get; }

    // AWS WAF writes to groups of this prefix only.
    private static string LogGroupOf(string name, EdgeFirewallArgs args) => $"aws-waf-logs-{args.Naming.For(name)}";

    private static Problems Check(string name, EdgeFirewallArgs args)
    {
        var units = EdgeRules.CapacityUnits(args);
        return new Problems("EdgeFirewall", name)
            .Unless(
                Naming.IsWord(name) && name.Length <= LongestName,
                $"Its name may hold lower-case words joined by hyphens, {LongestName} characters at most.")
            .Add(args.ManagedRules.SelectMany(rules => rules.Check()))
            .Add(args.ManagedRules.GroupBy(rules => rules.Key).Where(group => group.Count() > 1)
                .Select(group => $"The managed rules '{group.Key}' are given {group.Count()} times."))
            .Add(args.ManagedRules.GroupBy(rules => rules.Priority).Where(group => group.Select(rules => rules.Key).Distinct().Count() > 1)
                .Select(group => $"The managed rules {string.Join(" and ", group.Select(rules => $"'{rules.Key}'").Distinct())} "
                    + $"have the same priority {group.Key}."))
            .Unless(units <= MostCapacityUnits, $"Its rules cost {units} capacity units; AWS takes {MostCapacityUnits}. Leave out a managed group.")
            .Add(args.RateLimit.Check())
            .Add(args.Countries.Check())
            .Add(CheckRanges(args))
            .Unless(args.Place is not BeforeBalancers { Balancers.Count: 0 }, "It stands before no load balancer; name at least one.")
            .Add(LogRetention.Check("Firewall logs", args.LogDays));
    }

    private static IEnumerable<string> CheckRanges(EdgeFirewallArgs args)
    {
        foreach (var ranges in new[] { args.AllowedRanges, args.BlockedRanges }.SelectMany(ranges => ranges.GroupBy(range => range.IsIpv6)))
            if (ranges.Count() > MostAddresses)
                yield return $"A list holds {ranges.Count()} ranges of {(ranges.Key ? "IPv6" : "IPv4")}; AWS takes {MostAddresses}.";
        foreach (var range in args.AllowedRanges.Concat(args.BlockedRanges).Where(range => range.IsEveryone).Distinct())
            yield return $"A list holds {range}; AWS takes no range that is everyone.";
        foreach (var range in args.AllowedRanges.Where(range => args.BlockedRanges.Any(range.Contains)))
            yield return $"{range} is allowed and holds a range that is blocked; the block would never happen.";
    }

    // All sets are always there: AWS deletes no set that a rule names, and in an attack a range is one line.
    private static List<Input<string>> CreateSets(
        string name, string scope, string region, Naming naming, IReadOnlyList<AddressRange> ranges, CustomResourceOptions child)
    {
        // A set holds one version of IP.
        IpSet CreateSet(string setName, bool isIpv6) => new(setName, new IpSetArgs
        {
            Region = region,
            Scope = scope,
            IpAddressVersion = isIpv6 ? "IPV6" : "IPV4",
            Addresses = ranges.Where(range => range.IsIpv6 == isIpv6).Select(range => $"{range}").Distinct().Order(StringComparer.Ordinal).ToList(),
            Tags = naming.Tags(setName),
        }, child);

        return [CreateSet(name, isIpv6: false).Arn, CreateSet($"{name}-ipv6", isIpv6: true).Arn];
    }

    private static WebAcl CreateAcl(
        string name, EdgeFirewallArgs args, string scope, string region, List<Pulumi.Aws.WafV2.Inputs.WebAclRuleArgs> rules,
        CustomResourceOptions child) =>
        new(name, new WebAclArgs
        {
            Region = region,
            Scope = scope,
            DefaultAction = new WebAclDefaultActionArgs { Allow = new WebAclDefaultActionAllowArgs() },
            Rules = rules,
            DataProtectionConfig = Hidden(),
            VisibilityConfig = new WebAclVisibilityConfigArgs { CloudwatchMetricsEnabled = true, MetricName = name, SampledRequestsEnabled = true },
            Tags = args.Naming.Tags(name),
        }, child);

    // Redaction in logs alone would leave the headers in the samples of requests, which more people may read.
    private static WebAclDataProtectionConfigArgs Hidden() => new()
    {
        DataProtections = SecretHeaders.Select(header => new WebAclDataProtectionConfigDataProtectionArgs
        {
            Action = "SUBSTITUTION",
            Field = new WebAclDataProtectionConfigDataProtectionFieldArgs { FieldType = "SINGLE_HEADER", FieldKeys = header },
        }).ToList(),
    };

    private static void Log(string name, EdgeFirewallArgs args, string region, WebAcl acl, CustomResourceOptions child)
    {
        var group = new LogGroup($"{name}-logs", new LogGroupArgs
        {
            Region = region,
            Name = LogGroupOf(name, args),
            RetentionInDays = args.LogDays,
            KmsKeyId = args.LogKeyArn,
            Tags = args.Naming.Tags($"{name}-logs"),
        }, child);
        _ = new WebAclLoggingConfiguration($"{name}-logs", new WebAclLoggingConfigurationArgs
        {
            Region = region,
            ResourceArn = acl.Arn,
            LogDestinationConfigs = group.Arn,
            // What is let through stands in the access logs of what the firewall is before.
            LoggingFilter = new WebAclLoggingConfigurationLoggingFilterArgs
            {
                DefaultBehavior = "DROP",
                Filters = new WebAclLoggingConfigurationLoggingFilterFilterArgs
                {
                    Behavior = "KEEP",
                    Requirement = "MEETS_ANY",
                    Conditions = LoggedActions.Select(Condition).ToList(),
                },
            },
            RedactedFields = SecretHeaders.Select(header => new WebAclLoggingConfigurationRedactedFieldArgs
            {
                SingleHeader = new WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs { Name = header },
            }).ToList(),
        }, child);
    }

    private static WebAclLoggingConfigurationLoggingFilterFilterConditionArgs Condition(string action) => new()
    {
        ActionCondition = new WebAclLoggingConfigurationLoggingFilterFilterConditionActionConditionArgs { Action = action },
    };
}

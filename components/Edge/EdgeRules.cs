using Pulumi;
using Pulumi.Aws.WafV2.Inputs;

namespace Infra.Components.Edge;

/// <summary>The rules of a web firewall in their order: who is always let through, who never, and then what the rest may send.</summary>
internal sealed class EdgeRules(string name, EdgeFirewallArgs args)
{
    // Of rule statements: AWS WAF developer guide, IP set, OR, geographic match and rate-based rule statements, read 2026-11.
    private const int OwnCapacityUnits = (4 * IpSetUnits) + CountriesUnits + RateUnits;
    private const int IpSetUnits = 1;
    private const int CountriesUnits = 1;
    private const int RateUnits = 2;
    private const int RateKeyUnits = 30;

    private const string AllowedAddresses = "allowed-addresses";
    private const string BlockedAddresses = "blocked-addresses";
    private const string CountriesKey = "countries";
    private const string RateLimitKey = "rate-limit";

    public static int CapacityUnits(EdgeFirewallArgs args) =>
        OwnCapacityUnits + (args.RateLimit.Source is RateSource.Connection ? 0 : RateKeyUnits) + args.ManagedRules.Sum(rules => rules.CapacityUnits);

    /// <summary>Of all rules in their order.</summary>
    public static IEnumerable<string> KeysOf(EdgeFirewallArgs args) =>
    [
        AllowedAddresses, BlockedAddresses, .. args.Countries.Codes.Count == 0 ? Array.Empty<string>() : [CountriesKey],
        RateLimitKey,
        .. args.ManagedRules.OrderBy(rules => rules.Priority).Select(rules => rules.Key),
    ];

    public static string MetricOf(string firewall, string key) => $"{firewall}-{key}";

    public List<WebAclRuleArgs> Build(IReadOnlyList<Input<string>> allowedSetArns, IReadOnlyList<Input<string>> blockedSetArns) =>
    [
        Rule(AllowedAddresses, 10, Allow(), InOneOf(allowedSetArns)),
        Rule(BlockedAddresses, 20, Stop(RuleMode.Block), InOneOf(blockedSetArns)),
        .. args.Countries.Codes.Count == 0 ? Array.Empty<WebAclRuleArgs>() : [Rule(CountriesKey, 30, Stop(RuleMode.Block), Abroad(args.Countries))],
        Rule(RateLimitKey, 40, Stop(args.RateLimit.Mode), Above(args.RateLimit)),
        .. args.ManagedRules.OrderBy(rules => rules.Priority).Select(Managed),
    ];

    private WebAclRuleArgs Rule(string key, int priority, WebAclRuleActionArgs action, WebAclRuleStatementArgs statement) => new()
    {
        Name = key,
        Priority = priority,
        Action = action,
        Statement = statement,
        VisibilityConfig = Visible(key),
    };

    // A group has its own actions: it takes an override, and AWS refuses an action beside it.
    private WebAclRuleArgs Managed(ManagedRules rules) => new()
    {
        Name = rules.Key,
        Priority = rules.Priority,
        OverrideAction = rules.Mode is RuleMode.Count ? new WebAclRuleOverrideActionArgs { Count = new WebAclRuleOverrideActionCountArgs() }
            : new WebAclRuleOverrideActionArgs { None = new WebAclRuleOverrideActionNoneArgs() },
        Statement = new WebAclRuleStatementArgs
        {
            ManagedRuleGroupStatement = new WebAclRuleStatementManagedRuleGroupStatementArgs
            {
                VendorName = rules.Vendor,
                Name = rules.Name,
                RuleActionOverrides = rules.CountedRules.Select(CountOnly).ToList(),
            },
        },
        VisibilityConfig = Visible(rules.Key),
    };

    private static WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs CountOnly(string rule) => new()
    {
        Name = rule,
        ActionToUse = new WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs
        {
            Count = new WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs(),
        },
    };

    private static WebAclRuleActionArgs Allow() => new() { Allow = new WebAclRuleActionAllowArgs() };

    private static WebAclRuleActionArgs Stop(RuleMode mode) => mode is RuleMode.Count
        ? new() { Count = new WebAclRuleActionCountArgs() }
        : new() { Block = new WebAclRuleActionBlockArgs() };

    private static WebAclRuleStatementArgs InOneOf(IReadOnlyList<Input<string>> arns) => new()
    {
        OrStatement = new WebAclRuleStatementOrStatementArgs { Statements = arns.Select(InSet).ToList() },
    };

    private static WebAclRuleStatementArgs InSet(Input<string> arn) => new()
    {
        IpSetReferenceStatement = new WebAclRuleStatementIpSetReferenceStatementArgs { Arn = arn },
    };

    private static WebAclRuleStatementArgs Above(RateLimit limit) => new()
    {
        RateBasedStatement = limit.Source is RateSource.Connection
            ? new WebAclRuleStatementRateBasedStatementArgs
            {
                AggregateKeyType = "IP",
                Limit = limit.Requests,
                EvaluationWindowSec = limit.WindowSeconds,
            }
            : new WebAclRuleStatementRateBasedStatementArgs
            {
                AggregateKeyType = "CUSTOM_KEYS",
                CustomKeys = new WebAclRuleStatementRateBasedStatementCustomKeyArgs
                {
                    Header = new WebAclRuleStatementRateBasedStatementCustomKeyHeaderArgs
                    {
                        Name = "X-Forwarded-For",
                        TextTransformations = new WebAclRuleStatementRateBasedStatementCustomKeyHeaderTextTransformationArgs { Priority = 0, Type = "NONE" },
                    },
                },
                Limit = limit.Requests,
                EvaluationWindowSec = limit.WindowSeconds,
            },
    };

    private static WebAclRuleStatementArgs Abroad(Countries countries)
    {
        var named = new WebAclRuleStatementArgs
        {
            GeoMatchStatement = new WebAclRuleStatementGeoMatchStatementArgs { CountryCodes = countries.Codes.Order(StringComparer.Ordinal).ToList() },
        };
        return countries.IsAllowed ? new() { NotStatement = new WebAclRuleStatementNotStatementArgs { Statement = named } } : named;
    }

    private WebAclRuleVisibilityConfigArgs Visible(string key) => new()
    {
        CloudwatchMetricsEnabled = true,
        MetricName = MetricOf(name, key),
        SampledRequestsEnabled = true,
    };
}

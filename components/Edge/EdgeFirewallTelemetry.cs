using Infra.Components.Operations;
using Pulumi;

namespace Infra.Components.Edge;

/// <summary>What a web firewall reports (AWS WAF developer guide, "AWS WAF metrics and dimensions", read 2026-11), and when people are told.</summary>
internal static class EdgeFirewallTelemetry
{
    private const string Namespace = "AWS/WAFV2";
    private const string AllRules = "ALL";
    private const double ManyPercent = 20;

    // At night a scanner may be half of all visitors; it is no reason to wake anybody.
    private const int FewRequests = 100;

    /// <param name="name">The firewall's, and the metric name of its web ACL.</param>
    /// <param name="region">Where it is.</param>
    /// <param name="logGroup">Its name.</param>
    /// <param name="args">Its place and rules.</param>
    public static Telemetry Of(string name, string region, string logGroup, EdgeFirewallArgs args)
    {
        // Metrics of CloudFront's firewalls have no region.
        var place = args.Place is BeforeDistributions ? Array.Empty<KeyValuePair<string, Input<string>>>() : [new("Region", region)];
        Metric Metric(string metric, string label, string rule) => new()
        {
            Label = label,
            Namespace = Namespace,
            Name = metric,
            Dimensions = new Dictionary<string, Input<string>>(place) { ["WebACL"] = name, ["Rule"] = rule },
            Statistic = Statistic.Sum,
        };
        var (passed, stopped) = (Metric("AllowedRequests", "passed", AllRules), Metric("BlockedRequests", "stopped", AllRules));

        return new()
        {
            Source = name,
            Region = region,
            Alarms =
            [
                new()
                {
                    Key = "stopped",
                    Says = $"More than {ManyPercent} % of all requests are stopped by {name}: an attack, or a rule that hits honest visitors. "
                        + $"The log group {logGroup} names rules and addresses.",
                    Measure = new Formula
                    {
                        Label = "stopped requests in percent",
                        Expression = $"IF(FILL(passed, 0) + FILL(stopped, 0) > {FewRequests}, "
                            + "FILL(stopped, 0) / (FILL(passed, 0) + FILL(stopped, 0)) * 100, 0)",
                        Operands = new Dictionary<string, Metric> { ["passed"] = passed, ["stopped"] = stopped },
                    },
                    Comparison = Comparison.Above,
                    Threshold = ManyPercent,
                    Periods = 10,
                    BadPeriods = 5,
                },
            ],
            Widgets =
            [
                new("Requests", passed, stopped),
                new("Stopped, by rule", [.. EdgeRules.KeysOf(args).Select(key => Metric("BlockedRequests", key, EdgeRules.MetricOf(name, key)))]),
                new("Only counted, by rule", [.. EdgeRules.KeysOf(args).Select(key => Metric("CountedRequests", key, EdgeRules.MetricOf(name, key)))]),
            ],
        };
    }
}

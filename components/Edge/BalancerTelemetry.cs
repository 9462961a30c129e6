using Infra.Components.Operations;
using Pulumi;

namespace Infra.Components.Edge;

/// <summary>What balancers report (ELB user guides, "CloudWatch metrics", read 2026-11), and when people are told.</summary>
public static class BalancerTelemetry
{
    private const string Application = "AWS/ApplicationELB";
    private const string Network = "AWS/NetworkELB";

    private const double BadAnswersPercent = 1;
    private const double SlowSeconds = 2;

    // One failed request of three at night is a third of all; it is no reason to wake anybody.
    private const int FewRequests = 100;

    /// <param name="name">The balancer's.</param>
    /// <param name="region">Where it is.</param>
    /// <param name="balancer">Its <c>arnSuffix</c>: its ARN or its name find nothing.</param>
    /// <param name="targets">The same of its target groups, by their keys.</param>
    internal static Telemetry OfApplicationBalancer(
        string name, string region, Input<string> balancer, IReadOnlyDictionary<string, BalancedTarget> targets)
    {
        Metric Count(string metric, string label) => Of(Application, metric, label, balancer, Statistic.Sum);
        var requests = Count("RequestCount", "requests");
        var (ownErrors, targetErrors) = (Count("HTTPCode_ELB_5XX_Count", "balancer"), Count("HTTPCode_Target_5XX_Count", "machines"));
        var slowest = Of(Application, "TargetResponseTime", "99 of 100 answers", balancer, Statistic.Percentile(99));

        return new()
        {
            Source = name,
            Region = region,
            Alarms =
            [
                new()
                {
                    Key = "errors",
                    Says = $"More than {BadAnswersPercent} % of the answers of {name} are server errors. Its access logs name the paths.",
                    Measure = new Formula
                    {
                        Label = "server errors in percent",
                        Expression = $"IF(FILL(requests, 0) > {FewRequests}, (FILL(own, 0) + FILL(machines, 0)) / requests * 100, 0)",
                        Operands = new Dictionary<string, Metric> { ["requests"] = requests, ["own"] = ownErrors, ["machines"] = targetErrors },
                    },
                    Comparison = Comparison.Above,
                    Threshold = BadAnswersPercent,
                    Periods = 5,
                    BadPeriods = 3,
                },
                new()
                {
                    Key = "slow",
                    Says = $"One of a hundred answers behind {name} takes longer than {SlowSeconds} s.",
                    Measure = slowest,
                    Comparison = Comparison.Above,
                    Threshold = SlowSeconds,
                    Periods = 10,
                },
                .. targets.OrderBy(target => target.Key, StringComparer.Ordinal)
                    .Select(target => NoMachine(Application, name, balancer, target.Key, target.Value)),
            ],
            Widgets =
            [
                new("Requests", requests, Count("HTTPCode_Target_4XX_Count", "client errors")),
                new("Server errors", ownErrors, targetErrors),
                new("Seconds to answer", slowest, Of(Application, "TargetResponseTime", "half of the answers", balancer, Statistic.Percentile(50))),
                Healthy(Application, balancer, targets),
            ],
        };
    }

    internal static Telemetry OfNetworkBalancer(
        string name, string region, Input<string> balancer, IReadOnlyDictionary<string, BalancedTarget> targets) => new()
        {
            Source = name,
            Region = region,
            Alarms =
            [
                .. targets.OrderBy(target => target.Key, StringComparer.Ordinal)
                    .Select(target => NoMachine(Network, name, balancer, target.Key, target.Value)),
            ],
            Widgets =
            [
                new(
                    "Connections",
                    Of(Network, "ActiveFlowCount", "open", balancer, Statistic.Average),
                    Of(Network, "NewFlowCount", "new", balancer, Statistic.Sum)),
                new(
                    "Resets",
                    Of(Network, "TCP_Target_Reset_Count", "by machines", balancer, Statistic.Sum),
                    Of(Network, "TCP_ELB_Reset_Count", "by the balancer", balancer, Statistic.Sum)),
                Healthy(Network, balancer, targets),
            ],
        };

    /// <summary>The key of the alarm that no machine serves a target: what tells whether a balancer can answer with it.</summary>
    public static string NoMachineKey(string target) => $"no-machine-{target}";

    private static Alarm NoMachine(string source, string name, Input<string> balancer, string key, BalancedTarget target) => new()
    {
        Key = NoMachineKey(key),
        Says = $"No machine behind {name} is fit to serve {key}. Their boot logs and the last change of their template say why.",
        // Each zone reports for itself, so the largest value is what decides: the smallest is that of the zone that fares worst.
        Measure = HealthyIn(source, balancer, key, target, Statistic.Maximum),
        Comparison = Comparison.Below,
        Threshold = 1,
        Periods = 2,
        Silence = Silence.IsBad,
    };

    private static Widget Healthy(string source, Input<string> balancer, IReadOnlyDictionary<string, BalancedTarget> targets) =>
        new("Machines fit to serve in the zone with the fewest",
            [
                .. targets.OrderBy(target => target.Key, StringComparer.Ordinal)
                    .Select(target => HealthyIn(source, balancer, target.Key, target.Value, Statistic.Minimum)),
            ]);

    private static Metric HealthyIn(string source, Input<string> balancer, string key, BalancedTarget target, Statistic statistic) => new()
    {
        Label = key,
        Namespace = source,
        Name = "HealthyHostCount",
        Dimensions = new Dictionary<string, Input<string>> { ["LoadBalancer"] = balancer, ["TargetGroup"] = target.ArnSuffix },
        Statistic = statistic,
    };

    private static Metric Of(string source, string metric, string label, Input<string> balancer, Statistic statistic) => new()
    {
        Label = label,
        Namespace = source,
        Name = metric,
        Dimensions = new Dictionary<string, Input<string>> { ["LoadBalancer"] = balancer },
        Statistic = statistic,
    };
}

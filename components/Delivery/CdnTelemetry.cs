using Infra.Components.Operations;
using Pulumi;

namespace Infra.Components.Delivery;

/// <summary>What CloudFront reports (its developer guide, "Types of metrics for CloudFront", read 2026-11), and when people are told.</summary>
internal static class CdnTelemetry
{
    private const string Namespace = "AWS/CloudFront";
    private const double BadAnswersPercent = 1;

    // One failed request of three at night is a third of all; it is no reason to wake anybody.
    private const int FewRequests = 100;

    public static Telemetry OfDistribution(string name, Location location, Input<string> distributionId)
    {
        Metric Of(string metric, string label, Statistic statistic) => Metric(metric, label, statistic, "DistributionId", distributionId);
        var (requests, errors) = (Of("Requests", "requests", Statistic.Sum), Of("5xxErrorRate", "server errors", Statistic.Average));

        return new()
        {
            Source = name,
            Region = location.Global().Region,
            Alarms =
            [
                new()
                {
                    Key = "errors",
                    Says = $"More than {BadAnswersPercent} % of what visitors get from {name} are server errors. If no balancer tells of errors, "
                        + "nobody answers the distribution: look for a changed origin secret, certificate or firewall.",
                    Measure = new Formula
                    {
                        Label = "server errors in percent",
                        Expression = $"IF(FILL(requests, 0) > {FewRequests}, FILL(errors, 0), 0)",
                        Operands = new Dictionary<string, Metric> { ["requests"] = requests, ["errors"] = errors },
                    },
                    Comparison = Comparison.Above,
                    Threshold = BadAnswersPercent,
                    Periods = 5,
                    BadPeriods = 3,
                },
            ],
            Widgets =
            [
                new("Requests of visitors", requests),
                new("Errors in percent", errors, Of("4xxErrorRate", "client errors", Statistic.Average)),
                new("Found at the edge, in percent", Of("CacheHitRate", "of requests", Statistic.Average)),
                new("Milliseconds until origins answer",
                    Of("OriginLatency", "99 of 100 answers", Statistic.Percentile(99)), Of("OriginLatency", "half of the answers", Statistic.Percentile(50))),
                new("Bytes", Of("BytesDownloaded", "to visitors", Statistic.Sum), Of("BytesUploaded", "from visitors", Statistic.Sum)),
            ],
        };
    }

    /// <summary>A site is as good as the function that finds its files: what that one breaks, no origin ever hears of.</summary>
    public static Telemetry OfFunction(string name, Location location, Input<string> functionName)
    {
        Metric Of(string metric, string label, Statistic statistic) => Metric(metric, label, statistic, "FunctionName", functionName);
        var (failed, wrong, throttled) = (
            Of("FunctionExecutionErrors", "failed", Statistic.Sum), Of("FunctionValidationErrors", "gave back nonsense", Statistic.Sum),
            Of("FunctionThrottles", "throttled", Statistic.Sum));

        return new()
        {
            Source = name,
            Region = location.Global().Region,
            Alarms =
            [
                new()
                {
                    Key = "function",
                    Says = $"The function that finds the files of {name} fails, so visitors see errors in place of pages. "
                        + "The release that was published last is the first suspect.",
                    Measure = new Formula
                    {
                        Label = "runs that came to nothing",
                        Expression = "FILL(failed, 0) + FILL(wrong, 0) + FILL(throttled, 0)",
                        Operands = new Dictionary<string, Metric> { ["failed"] = failed, ["wrong"] = wrong, ["throttled"] = throttled },
                    },
                    Comparison = Comparison.Above,
                    Threshold = 0,
                    Periods = 5,
                    BadPeriods = 3,
                },
            ],
            Widgets =
            [
                new("Pages looked for", Of("FunctionInvocations", "runs", Statistic.Sum)),
                new("Pages not looked for", failed, wrong, throttled),
                new("Time that the function takes, in percent of what it may", Of("FunctionComputeUtilization", "mean", Statistic.Average)),
            ],
        };
    }

    private static Metric Metric(string metric, string label, Statistic statistic, string dimension, Input<string> value) => new()
    {
        Label = label,
        Namespace = Namespace,
        Name = metric,
        Dimensions = new Dictionary<string, Input<string>> { [dimension] = value, ["Region"] = "Global" },
        Statistic = statistic,
    };
}

using System.Collections.Immutable;
using System.Globalization;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace Infra.Components.Operations;

/// <summary>
/// An alarm of one metric as a health check of Route 53 watches it: by a copy that Route 53 makes when the check is made or written again, and not
/// when the alarm changes (Route 53 developer guide, "Updating health checks when you change CloudWatch alarm settings", read 2026-11-22).
/// </summary>
/// <param name="Name">The alarm's.</param>
/// <param name="Copied">What Route 53 copies: whenever it changes, the check is to be written again.</param>
public sealed record WatchedAlarm(Input<string> Name, InputMap<string> Copied)
{
    public static WatchedAlarm Of(MetricAlarm alarm) => new(alarm.Name, new InputMap<string>
    {
        ["metric"] = Output.Tuple(alarm.Namespace, alarm.MetricName, alarm.Statistic).Apply(of => $"{of.Item1} {of.Item2} {of.Item3}"),
        ["dimensions"] = alarm.Dimensions.Apply(Text),
        ["threshold"] = Output.Tuple(alarm.ComparisonOperator, alarm.Threshold)
            .Apply(bad => string.Create(CultureInfo.InvariantCulture, $"{bad.Item1} {bad.Item2}")),
        ["periods"] = Output.Tuple(alarm.EvaluationPeriods, alarm.Period)
            .Apply(lasting => string.Create(CultureInfo.InvariantCulture, $"{lasting.Item1} of {lasting.Item2} s")),
    });

    private static string Text(ImmutableDictionary<string, string>? dimensions) =>
        string.Join(", ", (dimensions ?? []).Select(entry => $"{entry.Key}={entry.Value}").Order(StringComparer.Ordinal));
}

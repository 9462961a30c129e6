using Infra.Components.Operations;
using Pulumi;

namespace Infra.Components.Dns;

/// <summary>
/// What Route 53 reports of a public zone (its developer guide, "Monitoring hosted zones using CloudWatch", read 2026-11), and when people are told.
/// Of private ones it reports nothing.
/// </summary>
internal static class ZoneTelemetry
{
    // As often as the state of signatures is reported.
    private const int FourHoursSeconds = 4 * 3600;

    public static Telemetry Of(string name, ZoneArgs args, Input<string> zoneId)
    {
        Metric Metric(string metric, string label, int seconds) => new()
        {
            Label = label,
            Namespace = "AWS/Route53",
            Name = metric,
            Dimensions = new Dictionary<string, Input<string>> { ["HostedZoneId"] = zoneId },
            Statistic = Statistic.Sum,
            PeriodSeconds = seconds,
        };
        var (failures, keys) = (
            Metric("DNSSECInternalFailure", "parts that fail", FourHoursSeconds),
            Metric("DNSSECKeySigningKeysNeedingAction", "keys that need somebody", FourHoursSeconds));

        var telemetry = new Telemetry { Source = name, Region = args.Location.Global().Region };
        if (args.Visibility is not PublicZone) return telemetry;
        return telemetry with
        {
            Alarms =
            [
                SignatureAlarm("unsigned", failures, $"Route 53 cannot sign {args.Domain}. "
                    + "When its signatures end, the domain is gone for everyone who checks them."),
                SignatureAlarm("key", keys, $"The key that signs {args.Domain} needs somebody: Route 53 may not use it, or it is switched off. "
                    + "When the signatures end, the domain is gone for everyone who checks them."),
            ],
            Widgets = [new("Questions", Metric("DNSQueries", "questions", 60)), new("Signatures in trouble", failures, keys)],
        };
    }

    private static Alarm SignatureAlarm(string key, Metric metric, string says) => new()
    {
        Key = key,
        Says = says,
        Measure = metric,
        Comparison = Comparison.Above,
        Threshold = 0,
        Periods = 1,
        // Between two reports nothing has changed.
        Silence = Silence.SaysNothing,
    };
}

using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;
using Pulumi.Aws.Transfer;

namespace Infra.Components.Transfer;

/// <summary>What a server reports itself (namespace <c>AWS/Transfer</c>), and what its log says of those who were turned away.</summary>
internal static class SftpTelemetry
{
    private const string Source = "AWS/Transfer";
    private const string Failures = "LoginFailures";
    private const int PeriodSeconds = 300;

    // A client that has a wrong key tries it a few times; scanners, which the firewall keeps out, try for hours.
    private const int ManyFailures = 20;

    public static Telemetry Of(string name, SftpServerArgs args, Server server, LogGroup group, CustomResourceOptions child)
    {
        var refused = CountFailures(name, args, group, child);
        return new()
        {
            Source = name,
            Region = args.Location.Region,
            Alarms =
            [
                new()
                {
                    Key = "login-failures",
                    Says = $"More than {ManyFailures} log-ins at {name} failed within {PeriodSeconds / 60} minutes, "
                        + "three times in a row, all from addresses of partners. "
                        + "Ask the partner whether their key changed; if not, take their range out of the firewall.",
                    Measure = refused,
                    Comparison = Comparison.Above,
                    Threshold = ManyFailures,
                    Periods = 3,
                },
            ],
            Widgets =
            [
                new("Bytes", Bytes("BytesIn", "brought", server), Bytes("BytesOut", "fetched", server)),
                new("Log-ins", refused),
            ],
        };
    }

    // Field and value of structured logs (Transfer Family user guide, "CloudWatch log structure", read 2026-11).
    private static Metric CountFailures(string name, SftpServerArgs args, LogGroup group, CustomResourceOptions child)
    {
        _ = new LogMetricFilter($"{name}-login-failures", new LogMetricFilterArgs
        {
            Region = args.Location.Region,
            LogGroupName = group.Name,
            Pattern = "{ $.activity-type = \"AUTH_FAILURE\" }",
            MetricTransformation = new LogMetricFilterMetricTransformationArgs
            {
                Namespace = args.Naming.For(name),
                Name = Failures,
                Value = "1",
                DefaultValue = "0",
            },
        }, child);
        return new()
        {
            Label = "refused",
            Namespace = args.Naming.For(name),
            Name = Failures,
            Dimensions = new Dictionary<string, Input<string>>(),
            Statistic = Statistic.Sum,
            PeriodSeconds = PeriodSeconds,
        };
    }

    private static Metric Bytes(string metric, string label, Server server) => new()
    {
        Label = label,
        Namespace = Source,
        Name = metric,
        Dimensions = new Dictionary<string, Input<string>> { ["ServerId"] = server.Id },
        Statistic = Statistic.Sum,
        PeriodSeconds = PeriodSeconds,
    };
}

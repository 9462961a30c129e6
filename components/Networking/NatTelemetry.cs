using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.Ec2;

namespace Infra.Components.Networking;

/// <summary>What NAT gateways report (Amazon VPC user guide, "NAT gateway metrics"), and when people are told.</summary>
internal static class NatTelemetry
{
    public static Telemetry Of(string name, string region, IReadOnlyDictionary<string, NatGateway> gateways) => new()
    {
        Source = name,
        Region = region,
        Alarms = [.. gateways.Select(gateway => NoPorts(gateway.Key, gateway.Value))],
    };

    private static Alarm NoPorts(string zone, NatGateway gateway) => new()
    {
        Key = $"nat-{zone}-ports",
        Says = $"The NAT gateway of zone {zone} has no port left for connections to some address, so machines cannot reach it. "
            + "See who opens so many, and whether a private endpoint would do.",
        Measure = new Metric
        {
            Label = "connections without a port",
            Namespace = "AWS/NATGateway",
            Name = "ErrorPortAllocation",
            Dimensions = new Dictionary<string, Input<string>> { ["NatGatewayId"] = gateway.Id },
            Statistic = Statistic.Sum,
            PeriodSeconds = 300,
        },
        Comparison = Comparison.Above,
        Threshold = 0,
        Periods = 1,
    };
}

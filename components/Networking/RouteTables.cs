using Pulumi;

namespace Infra.Components.Networking;

/// <summary>The ids of a network's route tables, for ways that others add: to another network, or to the gateway of a VPN.</summary>
/// <param name="Public">Of all public subnets.</param>
/// <param name="App">Of each zone's app subnet, by the zone's letter, in the order of the zones.</param>
/// <param name="Data">Of all data subnets.</param>
public sealed record RouteTables(Output<string> Public, IReadOnlyDictionary<string, Output<string>> App, Output<string> Data);

using Infra.Components.Dns;
using Infra.Components.Networking;
using Pulumi;

namespace Infra.Stacks;

/// <summary>The names that only machines of the platform can ask for, in every region the same.</summary>
internal static class PrivateNames
{
    public static Zone Build(StackSettings settings, IReadOnlyDictionary<string, Network> networks) => new("zone-internal", new()
    {
        Naming = settings.Naming,
        Location = settings.Regions[0].Location,
        Domain = settings.Domain.Child("internal"),
        Visibility = new PrivateZone(networks.ToDictionary(network => network.Key, network => (Input<string>)network.Value.VpcId)),
        DeletionProtection = settings.Profile.DeletionProtection,
    });
}

using Infra.Components;
using Infra.Components.Compute;
using Infra.Components.Networking;

namespace Infra.Stacks;

/// <summary>How people reach machines: by Session Manager, and by SSH through a bastion where the configuration names a VPN.</summary>
internal static class Administration
{
    private static readonly BastionTier Tier = new();

    public static IEnumerable<Flow> Flows(IReadOnlyList<Cidr> adminRanges, IReadOnlyList<MachineTier> machines) => adminRanges.Count == 0
        ? []
        :
        [
            new Administrators(adminRanges).CanReach(Tier),
            Tier.CanReach(new Internet()),
            Tier.CanReach(new EndpointTier()),
            .. machines.Select(Tier.CanReach),
        ];

    public static void Build(StackSettings settings, RegionSettings region, Network network, Firewall firewall)
    {
        if (settings.AdminRanges.Count == 0) return;

        _ = new Bastion($"bastion-{region.Location.Region}", new()
        {
            Naming = settings.Naming,
            Location = region.Location,
            Subnets = network.AppSubnets,
            SecurityGroupId = firewall.GroupOf(Tier),
            ImageId = region.ImageId,
            InstanceType = settings.Profile.BastionInstanceType,
        }, new() { DependsOn = { firewall } });
    }
}

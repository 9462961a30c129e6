using Infra.Components.Compute;
using Infra.Components.Networking;

namespace Infra.Stacks;

/// <summary>
/// What the machines of all tiers start from. It is made in the primary region and published in all; regions name the one they use.
/// A step that installs the applications belongs here as soon as they are published as packages.
/// </summary>
public static class WebImage
{
    private const string EverySundayNight = "cron(0 3 ? * sun *)";

    private static readonly ImageBuilderTier Tier = new();

    public static IReadOnlyList<ImageStep> Steps { get; } =
    [
        new()
        {
            Key = "updates",
            Build = "set -eu\ndnf upgrade --assumeyes --releasever=latest\n",
            Validate = "set -eu\ncloud-init --version\ncurl --version\nsystemctl is-enabled amazon-ssm-agent\n",
        },
        new()
        {
            Key = "nginx",
            Build = "set -eu\ndnf install --assumeyes nginx\nsystemctl disable nginx\n",
            Validate = "set -eu\nnginx -t\ntest -f /etc/nginx/mime.types\nid nginx\n",
        },
    ];

    internal static IEnumerable<Flow> Flows(StackSettings settings, RegionSettings region) => IsMadeIn(settings, region)
        ? [Tier.CanReach(new Internet()), Tier.CanReach(new EndpointTier())]
        : [];

    internal static void Build(StackSettings settings, RegionalGround ground)
    {
        if (!IsMadeIn(settings, ground.Region)) return;

        _ = new GoldenImage($"image-{ground.Region.Location.Region}", new()
        {
            Naming = settings.Naming,
            Location = ground.Region.Location,
            Regions = [.. settings.Regions.Select(region => region.Location.Region)],
            Subnet = ground.Network.AppSubnets[0],
            SecurityGroupId = ground.Firewall.GroupOf(Tier),
            Recipe = new() { BaseImage = settings.BaseImageId, Version = "1.0", Steps = Steps },
            InstanceType = settings.AppInstanceType,
            Schedule = EverySundayNight,
        });
    }

    private static bool IsMadeIn(StackSettings settings, RegionSettings region) => region.Location.Region == settings.PrimaryRegion;
}

using Infra.Components;
using Infra.Components.Encryption;
using Infra.Components.Networking;
using Infra.Components.Operations;
using Infra.Components.Transfer;

namespace Infra.Stacks;

/// <summary>Files of other companies, over SFTP, in the primary region. Without a partner in the configuration there is no server.</summary>
internal sealed record PartnerFiles(string Region, SftpServer? Server)
{
    // Two zones survive the loss of one, and with a NAT gateway in each of three they stay within the five elastic addresses
    // that an account has in a region until it asks for more.
    private const int Zones = 2;

    private static readonly FileTransferTier Tier = new();

    public static IReadOnlyList<Cidr> RangesIn(StackSettings settings, RegionSettings region) => region.Location.Region == settings.PrimaryRegion
        ? [.. settings.Partners.SelectMany(partner => partner.Ranges).Distinct()]
        : [];

    public static IEnumerable<Flow> Flows(StackSettings settings, RegionSettings region) =>
        RangesIn(settings, region) is { Count: > 0 } ranges ? [new Partners(ranges).CanReach(Tier)] : [];

    public static PartnerFiles Build(StackSettings settings, IReadOnlyList<RegionalGround> grounds) =>
        new(settings.PrimaryRegion, settings.Partners.Count == 0
            ? null
            : BuildServer(settings, grounds.Single(ground => ground.Region.Location.Region == settings.PrimaryRegion)));

    public IEnumerable<IObserved> ObservedIn(string region) => region == Region && Server is not null ? [Server] : [];

    private static SftpServer BuildServer(StackSettings settings, RegionalGround ground)
    {
        var location = ground.Region.Location;
        var key = new EncryptionKey($"files-key-{location.Region}", new()
        {
            Naming = settings.Naming,
            Location = location,
            Purpose = KeyPurpose.Objects,
            DeletionProtection = settings.Profile.DeletionProtection,
        });

        return new($"files-{location.Region}", new()
        {
            Naming = settings.Naming,
            Location = location,
            VpcId = ground.Network.VpcId,
            Subnets = [.. ground.Network.PublicSubnets.Take(Zones)],
            SecurityGroupId = ground.Firewall.GroupOf(Tier),
            Users = [.. settings.Partners.Select(partner => partner.User)],
            Bucket = SftpBucket.Own(key.KeyArn),
            Logs = new(settings.Profile.AccessLogDays, ground.LogKeyArn),
            DeletionProtection = settings.Profile.DeletionProtection,
        });
    }
}

using Infra.Components;
using Infra.Components.Encryption;
using Infra.Components.Networking;
using Infra.Components.Transfer;

namespace Infra.Tests.Components.Transfer;

/// <summary>The code that the page on file transfer in docs/components/ shows.</summary>
internal static class TransferExamples
{
    private static readonly Naming Naming = Places.Naming;
    private static readonly Location Location = Places.Frankfurt;

    public static Firewall Firewall(Network network) => new("firewall-eu-central-1", new()
    {
        Naming = Naming,
        Location = Location,
        VpcId = network.VpcId,
        Flows = [new Partners([Cidr.Parse("203.0.113.8/29")]).CanReach(new FileTransferTier())],
    });

    public static EncryptionKey Key(KeyPurpose purpose) => new($"files-{purpose}-key-eu-central-1", new()
    {
        Naming = Naming,
        Location = Location,
        Purpose = purpose,
        DeletionProtection = true,
    });

    public static SftpServer SftpServer(Network network, Firewall firewall, EncryptionKey fileKey, EncryptionKey logKey)
    {
        var files = new SftpServer("files-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            VpcId = network.VpcId,
            Subnets = network.PublicSubnets,
            SecurityGroupId = firewall.GroupOf(new FileTransferTier()),
            Users =
            [
                new()
                {
                    Name = "acme",
                    PublicKeys = new Dictionary<string, string>
                    {
                        ["2026"] = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBTCiBWzLUiR3RljE5NQJzy4K+K82QJwzXmETi1bsiBL acme",
                    },
                },
            ],
            Bucket = SftpBucket.Own(fileKey.KeyArn),
            Logs = new(365, logKey.KeyArn),
            DeletionProtection = true,
        });
        return files;
    }
}

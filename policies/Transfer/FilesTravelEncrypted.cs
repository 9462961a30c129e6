namespace Infra.Policies.Transfer;

public sealed class FilesTravelEncrypted() : ResourceRule(
    "transfer-no-plain-ftp",
    Rank.High,
    ResourceTypes.TransferServer,
    "FTP sends names, passwords and files in plain text.",
    "offer SFTP or FTPS in protocols",
    "Transfer.2", "CKV_AWS_357")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var protocols = resource["protocols"];
        if (protocols.FirstUnknown() is { } unknown) return [Undetermined(resource, unknown)];
        return protocols.Items.Any(protocol => protocol.Text == "FTP") ? [Fail(resource, protocols.Path, "protocols has FTP")] : [];
    }
}

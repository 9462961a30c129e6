using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Containers;

internal static class ContainerCases
{
    private const string Cluster = "aws:eks/cluster:Cluster";
    private const string Server = "aws:transfer/server:Server";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("eks-endpoint-restricted", Cluster,
            (Pass, "private", """{ "vpcConfig": { "endpointPublicAccess": false, "endpointPrivateAccess": true } }"""),
            (Pass, "one office", """{ "vpcConfig": { "publicAccessCidrs": ["203.0.113.8/29"] } }"""),
            (Fail, "public by default", """{ "vpcConfig": { "subnetIds": [] } }"""),
            (Fail, "half the internet", """{ "vpcConfig": { "publicAccessCidrs": ["203.0.113.8/29", "0.0.0.0/1"] } }"""),
            (Fail, "everything, the other way", """{ "vpcConfig": { "publicAccessCidrs": ["::/0"] } }"""),
            (Undetermined, "not known", """{ "vpcConfig": { "publicAccessCidrs": ["<unknown>"] } }""")),
        .. Of("eks-secrets-encrypted", Cluster,
            (Pass, "encrypted", """{ "encryptionConfig": { "resources": ["secrets"], "provider": { "keyArn": "<unknown>" } } }"""),
            (Fail, "not encrypted", "{}"),
            (Undetermined, "not known", """{ "encryptionConfig": "<unknown>" }""")),
        .. Of("eks-node-ssh-restricted", "aws:eks/nodeGroup:NodeGroup",
            (Pass, "no login", "{}"),
            (Pass, "from the bastion's group", """{ "remoteAccess": { "ec2SshKey": "ops", "sourceSecurityGroupIds": ["<unknown>"] } }"""),
            (Pass, "groups without a key", """{ "remoteAccess": { "sourceSecurityGroupIds": ["sg-1"] } }"""),
            (Fail, "from everywhere, by default", """{ "remoteAccess": { "ec2SshKey": "ops" } }"""),
            (Fail, "from no group, which is the same", """{ "remoteAccess": { "ec2SshKey": "ops", "sourceSecurityGroupIds": [] } }"""),
            (Undetermined, "whether anybody logs in is not known", """{ "remoteAccess": "<unknown>" }"""),
            (Undetermined, "from whom is not known", """{ "remoteAccess": { "ec2SshKey": "ops", "sourceSecurityGroupIds": "<unknown>" } }""")),
        .. Of("ecr-scan-immutable", "aws:ecr/repository:Repository",
            (Pass, "both", """{ "imageTagMutability": "IMMUTABLE", "imageScanningConfiguration": { "scanOnPush": true } }"""),
            (Fail, "tags move", """{ "imageScanningConfiguration": { "scanOnPush": true } }"""),
            (Fail, "nobody looks", """{ "imageTagMutability": "IMMUTABLE" }"""),
            (Undetermined, "not known", """{ "imageTagMutability": "<unknown>", "imageScanningConfiguration": { "scanOnPush": true } }""")),
        .. Of("transfer-no-plain-ftp", Server,
            (Pass, "SFTP by default", "{}"),
            (Fail, "FTP beside it", """{ "protocols": ["SFTP", "FTP"] }"""),
            (Undetermined, "not known", """{ "protocols": ["SFTP", "<unknown>"] }""")),
        .. Of("transfer-not-public-endpoint", Server,
            (Pass, "in the network", """{ "endpointType": "VPC" }"""),
            (Fail, "public by default", "{}"),
            (Undetermined, "not known", """{ "endpointType": "<unknown>" }""")),
        .. Of("transfer-current-security-policy", Server,
            (Pass, "of 2024", """{ "securityPolicyName": "TransferSecurityPolicy-2024-01" }"""),
            (Pass, "restricted", """{ "securityPolicyName": "TransferSecurityPolicy-SshAuditCompliant-2025-02" }"""),
            (Fail, "of 2018", """{ "securityPolicyName": "TransferSecurityPolicy-2018-11" }"""),
            (Fail, "by default", "{}"),
            (Undetermined, "not known", """{ "securityPolicyName": "<unknown>" }""")),
    ];
}

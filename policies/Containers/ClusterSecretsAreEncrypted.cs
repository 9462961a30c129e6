namespace Infra.Policies.Containers;

public sealed class ClusterSecretsAreEncrypted() : ResourceRule(
    "eks-secrets-encrypted",
    Rank.High,
    ResourceTypes.KubernetesCluster,
    "Kubernetes stores secrets as plain text in its database unless the cluster is given a key.",
    "set encryptionConfig with resources [secrets] and a key",
    "CKV_AWS_58", "AVD-AWS-0039")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["encryptionConfig"]["resources"], kinds => kinds.Items.Any(kind => kind.Text == "secrets"), "a list with secrets");
}

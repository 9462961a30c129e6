namespace Infra.Policies.Containers;

public sealed class ObjectsNameTheirNamespace() : ResourceRule(
    "k8s-no-default-namespace",
    Rank.Medium,
    [.. ResourceTypes.Workload, .. ResourceTypes.KubernetesService, .. ResourceTypes.KubernetesIngress, .. Kept],
    "Permissions, quotas and network policies are given by namespace, and default is where everything meets that named none.",
    "set metadata.namespace to a namespace of the application's own, or namespace on its provider",
    "CKV_K8S_21", "KSV-0110")
{
    private static readonly string[] Kept = ["kubernetes:core/v1:ConfigMap", "kubernetes:core/v1:Secret", "kubernetes:core/v1:PersistentVolumeClaim"];

    // The provider's setting goes before the namespace of the kubeconfig's context (Provider, pulumi-kubernetes 4.34.2).
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        const string Property = "metadata.namespace";
        var place = NamespacePlace.Of(resource, graph);
        return place.Name switch
        {
            null when place.Made is null => [Undetermined(resource, Property, "its namespace is not known before the deployment")],
            "" => [Fail(resource, Property, "no namespace is given: default, unless the kubeconfig says otherwise")],
            "default" => [Fail(resource, Property, "it is in the namespace default")],
            _ => [],
        };
    }
}

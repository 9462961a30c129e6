namespace Infra.Policies.Containers;

public sealed class PodsMountNoNodePath() : PodRule(
    "k8s-no-host-path",
    Rank.High,
    "A pod with a path of its node writes where the node's own programs read.",
    "use a persistent volume claim, a config map or emptyDir",
    "CKV_K8S_27", "KSV-0023")
{
    protected override IEnumerable<Finding> CheckPod(ResourceNode workload, PropertyValue pod)
    {
        var volumes = pod["volumes"];
        if (volumes.IsUnknown) return [Undetermined(workload, volumes)];
        return volumes.Items.SelectMany(volume => volume["hostPath"] switch
        {
            { IsAbsent: true } => [],
            { IsUnknown: true } unknown => [Undetermined(workload, unknown)],
            var path => (IEnumerable<Finding>)[Fail(workload, path.Path, $"volume {volume["name"]} is the node's {path["path"]}", $"{volume["name"]}")],
        });
    }
}

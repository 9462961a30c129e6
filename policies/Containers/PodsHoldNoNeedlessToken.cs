namespace Infra.Policies.Containers;

public sealed class PodsHoldNoNeedlessToken() : ResourceRule(
    "k8s-no-automount-token",
    Rank.Medium,
    ResourceTypes.Workload,
    "Whoever breaks into a container finds the token of its service account there, and speaks to the cluster's API with it.",
    "set automountServiceAccountToken to false on the pod or its service account; one that does call the API has an account of its own with a role bound to it",
    "CKV_K8S_38", "KSV-0036")
{
    public override IReadOnlyList<string> Types => [.. ResourceTypes.Workload, .. ResourceTypes.ServiceAccount, .. ResourceTypes.RoleBinding];

    // What the pod says goes before what its account says; either mounts the token if it says nothing (ServiceAccount, Kubernetes API reference 1.36).
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var own = PodTemplate.Spec(resource)["automountServiceAccountToken"];
        if (own.Truth is false) return [];
        var account = PodAccount.Of(resource, graph);
        var isSpared = LabelSelector.Any([account.IsBound, own.IsAbsent ? account.KeepsItsToken : false]);
        if (isSpared is true) return [];
        if (own.IsUnknown) return [Undetermined(resource, own)];
        if (isSpared is null || account.Name is null)
            return [Undetermined(resource, own.Path, $"what its service account {account.Name ?? ""} is and may do is not known before the deployment")];
        return account.IsHere
            ? [Fail(resource, own.Path, $"it mounts a token of the service account {account.Name}, to which the program binds no role")]
            : [Undetermined(resource, own.Path, $"whether its service account {account.Name} of elsewhere mounts a token, and needs one, is not known")];
    }
}

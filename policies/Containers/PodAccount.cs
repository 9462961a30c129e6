namespace Infra.Policies.Containers;

/// <summary>The service account that pods run as, as far as the program says; what is null is not known.</summary>
/// <param name="Name">That of the account, or <c>default</c>.</param>
/// <param name="IsHere">Whether the program makes it, or nobody needs to.</param>
/// <param name="KeepsItsToken">Whether it says that no pod gets a token.</param>
/// <param name="IsBound">Whether the program binds a role to it.</param>
internal sealed record PodAccount(string? Name, bool IsHere, bool? KeepsItsToken, bool? IsBound)
{
    private const string Default = "default";
    private const string Group = "system:serviceaccounts";

    public static PodAccount Of(ResourceNode workload, ResourceGraph graph)
    {
        var pod = PodTemplate.Spec(workload);
        var value = pod["serviceAccountName"] is { IsLeftOut: false } newer ? newer : pod["serviceAccount"];
        var place = NamespacePlace.Of(workload, graph);
        var meant = value.IsUnknown ? graph.Resolve(workload, value, ResourceTypes.ServiceAccount).Target : null;
        var name = value.IsUnknown ? meant?["metadata.name"].Text : value.IsLeftOut ? Default : value.Text;
        var accounts = graph.Once(Accounts).Near(place.Name, name).Union(meant is null ? [] : [meant]).Select(account => (account, Fits: Is(account))).ToList();
        return new(
            name,
            name == Default || accounts.Exists(entry => entry.Fits is true),
            LabelSelector.Any(accounts.Select(entry => LabelSelector.All([entry.Fits, TurnsOff(entry.account["automountServiceAccountToken"])]))),
            LabelSelector.Any(graph.Once(Bindings).Near(place.Name, name).Select(binding => Binds(binding))));

        bool? Is(ResourceNode account)
        {
            if (account == meant) return true;
            bool? isNamed = name is null || account["metadata.name"].IsUnknown ? null : account["metadata.name"].Text == name;
            return isNamed is false ? false : LabelSelector.All([isNamed, NamespacePlace.Of(account, graph).Is(place)]);
        }

        bool? Binds(ResourceNode binding) => binding["subjects"].IsUnknown ? null : LabelSelector.Any(binding["subjects"].Items.Select(subject =>
            LabelSelector.Any(
            [
                LabelSelector.All([IsKind(subject, "ServiceAccount"), IsNamed(binding, subject["name"]), IsIn(subject["namespace"])]),
                LabelSelector.All([IsKind(subject, "Group"), IsGroup(subject["name"])]),
            ])));

        bool? IsKind(PropertyValue subject, string kind) => subject["kind"].IsUnknown ? null : (subject["kind"].Text ?? "ServiceAccount") == kind;

        bool? IsNamed(ResourceNode binding, PropertyValue subject)
        {
            if (!subject.IsUnknown) return name is null ? null : subject.Text == name;
            var said = graph.Resolve(binding, subject, ResourceTypes.ServiceAccount);
            var fits = LabelSelector.Any(accounts.Where(entry => said.Candidates.Contains(entry.account)).Select(entry => entry.Fits));
            return said.Candidates.Count == 0 || (said.Target is null && fits is true) ? null : fits;
        }

        bool? IsIn(PropertyValue subject) => subject.IsUnknown || place.Name is null ? null
            : place.Name.Length > 0 ? subject.Text == place.Name
            : subject.Text == Default ? true : null;

        // All accounts of the cluster, or of a namespace ("Using RBAC Authorization", Kubernetes, read 2026-11-23).
        bool? IsGroup(PropertyValue subject) => subject.IsUnknown ? null
            : LabelSelector.Any([subject.Text == Group, place.Name is null ? null : subject.Text == $"{Group}:{place.Name}"]);
    }

    private static PlacedIndex<ResourceNode> Accounts(ResourceGraph graph) => new(graph.OfType(ResourceTypes.ServiceAccount)
        .Select(account => (NamespacePlace.Of(account, graph).Name, account["metadata.name"].Text, account)));

    private static PlacedIndex<ResourceNode> Bindings(ResourceGraph graph) => new(graph.OfType(ResourceTypes.RoleBinding).SelectMany(binding =>
        binding["subjects"].IsUnknown ? [(null, null, binding)] : binding["subjects"].Items.Select(subject => subject["kind"].Text is "ServiceAccount"
            ? (subject["namespace"].Text, subject["name"].Text, binding)
            : (default(string?), default(string?), binding))));

    private static bool? TurnsOff(PropertyValue mounts) => mounts.IsUnknown ? null : mounts.Truth is false;
}

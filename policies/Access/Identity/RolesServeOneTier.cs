using Infra.Policies.Firewall;

namespace Infra.Policies.Identity;

public sealed class RolesServeOneTier() : Rule(
    "role-one-tier",
    Rank.Medium,
    "Machines of two tiers with one role have the permissions of both: whoever takes the outer one may do what the inner one needs.",
    "give the machines of each tier a role of their own")
{
    private static readonly string[] Machines = [.. ResourceTypes.LaunchTemplate, .. ResourceTypes.Instance];
    private static readonly string[] Profiles = ["iamInstanceProfile.arn", "iamInstanceProfile.name", "iamInstanceProfile"];

    public override IReadOnlyList<string> Types { get; } =
        [.. ResourceTypes.Role, .. ResourceTypes.InstanceProfile, .. Machines, .. ResourceTypes.SecurityGroup];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var attachments = graph.Firewall.Labels.Attachments.All.ToLookup(attachment => attachment.Resource);
        var uses =
            from machine in graph.OfType(Machines)
            from profile in Meant(graph, machine, ResourceTypes.InstanceProfile, Profiles)
            from role in Meant(graph, profile.Node, ResourceTypes.Role, ["role"])
            from tier in attachments[machine].SelectMany(attachment => attachment.Groups).Select(TierLabels.Of).Distinct()
            select (Role: role.Node, Use: new Use(machine, tier, profile.IsCertain && role.IsCertain));
        return uses.Distinct().GroupBy(entry => entry.Role, entry => entry.Use).SelectMany(group => Check(group.Key, [.. group]));
    }

    private IEnumerable<Finding> Check(ResourceNode role, List<Use> uses)
    {
        var certain = uses.Where(use => use.IsCertain && use.Tier.Text is not null).DistinctBy(use => use.Tier.Text).ToList();
        if (certain.Count > 1)
            yield return Fail(role, null, $"{string.Join(" and ", certain.Select(use => $"{use.Machine.Name} ({use.Tier.Text})"))} have it");
        else if (uses.Count > 1 && uses.Find(use => MayBeOther(use, certain)) is { } other)
            yield return Undetermined(role, "name", $"whether {other.Machine.Name} has it too, and of which tier that is, is not known before the deployment");
    }

    private static bool MayBeOther(Use use, List<Use> certain) =>
        use.Tier.IsUnknown || (!use.IsCertain && use.Tier.Text is { } tier && !certain.Exists(each => each.Tier.Text == tier));

    private static IEnumerable<(ResourceNode Node, bool IsCertain)> Meant(
        ResourceGraph graph, ResourceNode from, IReadOnlyList<string> types, string[] paths) => paths
        .Select(path => graph.Resolve(from, from[path], types))
        .SelectMany(reference => reference.Candidates.Select(node => (node, reference.Target is not null))).Distinct();

    private sealed record Use(ResourceNode Machine, TierLabel Tier, bool IsCertain);
}

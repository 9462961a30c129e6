using Infra.Policies.Firewall;
using Infra.Policies.Routing;

namespace Infra.Policies.Network;

public sealed class AclsPassDeclaredFlows() : Rule(
    "nacl-passes-declared-flows",
    Rank.High,
    "A network ACL remembers no connection: one that forgets the replies cuts off what the security groups allow, and nothing logs why.",
    "allow the flow and, in the other direction, its replies: lines are asked by number and the first that fits decides")
{
    public override IReadOnlyList<string> Types { get; } =
    [
        .. ResourceTypes.NetworkAcl, .. ResourceTypes.DefaultNetworkAcl, .. ResourceTypes.NetworkAclRule, .. ResourceTypes.NetworkAclAssociation,
        .. ResourceTypes.Subnet, .. ResourceTypes.SubnetGroups, .. ResourceTypes.SecurityGroup,
    ];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        // AWS's own ACL lets everything pass.
        if (!graph.OfType([.. ResourceTypes.NetworkAcl, .. ResourceTypes.DefaultNetworkAcl]).Any()) return [];
        return graph.Firewall.Judgements
            .Where(judgement => judgement is { Verdict: Verdict.Pass, Opening: { Groups.Count: 1, Traffic: not null } })
            .SelectMany(judgement => FlowLeg.Of(judgement, graph).SelectMany(leg => Check(judgement, leg, graph)))
            .DistinctBy(finding => (finding.Urn, finding.Key, finding.Verdict));
    }

    private IEnumerable<Finding> Check(Judgement judgement, FlowLeg leg, ResourceGraph graph)
    {
        var (acls, isCertain) = graph.Network.Acls.Of(leg.Subnet);
        foreach (var acl in acls.OfType<NetworkAcl>())
        {
            var answer = leg.Addresses is { } addresses ? acl.Ask(leg.Direction, addresses, leg.Traffic) : null;
            if (answer?.Verdict == Verdict.Pass) continue;

            var path = $"{judgement.From} -> {judgement.To} tcp {judgement.Opening.Traffic!.Ports(TransportProtocol.Tcp)}";
            var key = $"{path} {leg.What} {leg.Direction}";
            if (answer is null)
            {
                yield return Undetermined(acl.Node, "subnetIds", $"{path}: the addresses of {leg.Far} are not known before the deployment", key);
                continue;
            }

            var (way, side) = leg.Direction == Direction.Ingress ? ("into", "from") : ("out of", "to");
            var told = $"{path}: {leg.What} ({leg.Traffic} {side} {leg.Far}) {(leg.What == FlowLeg.Replies ? "are" : "is")}";
            if (answer.Verdict == Verdict.Fail && isCertain && leg.IsCertain)
                yield return Fail(answer.By!, null, $"{told} not let {way} {leg.Subnet.Name} by {acl.Node.Name}, where {By(answer, acl)}", key);
            else
                yield return Undetermined(answer.By!, answer.Unknown ?? "subnetIds", $"{told} perhaps not let {way} {leg.Subnet.Name}: "
                    + $"{answer.Unknown ?? "what is in the subnet, and which ACL stands before it,"} is not known before the deployment", key);
        }
    }

    private static string By(AclAnswer answer, NetworkAcl acl) => answer.Number is null ? "no line allows it"
        : FormattableString.Invariant($"{(answer.By == acl.Node ? $"line {answer.Number}" : answer.By!.Name)} denies it");
}

namespace Infra.Policies.Containers;

public sealed class NodesHaveNoPublicSsh() : ResourceRule(
    "eks-node-ssh-restricted",
    Rank.High,
    ResourceTypes.EksNodeGroup,
    "With a key and no source EKS itself opens port 22 of every node to the whole internet.",
    "leave out remoteAccess, or list the groups that may log in in remoteAccess.sourceSecurityGroupIds",
    "CKV_AWS_100")
{
    // AWS CDK API Reference, NodegroupRemoteAccess, read 2026-11-22: a key without source security groups opens port 22 to 0.0.0.0/0.
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var access = resource["remoteAccess"];
        return Unless(resource, access["ec2SshKey"], key => key.IsAbsent, CheckSources(resource, access["sourceSecurityGroupIds"]));
    }

    private IEnumerable<Finding> CheckSources(ResourceNode nodes, PropertyValue groups)
    {
        if (groups.IsUnknown) return [Undetermined(nodes, groups)];
        return groups.Items.Any() ? [] : [Fail(nodes, groups.Path, "port 22 of its nodes is open to the internet")];
    }
}

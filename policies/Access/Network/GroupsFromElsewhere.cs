namespace Infra.Policies.Network;

/// <summary>Whether another resource gives one the security groups that it does not name itself, and what would have to be known to tell.</summary>
internal sealed record GroupsFromElsewhere(Verdict Verdict, PropertyValue? Unknown = null)
{
    private static readonly string[] Associations = ["aws:ec2/securityGroupAssociation:SecurityGroupAssociation"];
    private static readonly string[] Batch = ["aws:batch/computeEnvironment:ComputeEnvironment"];
    private static readonly string[] NoMachines = [ResourceTypes.Stack, .. ResourceTypes.Parameter];
    private static readonly GroupsFromElsewhere None = new(Verdict.Fail);

    public static GroupsFromElsewhere Of(ResourceNode resource, ResourceGraph graph)
    {
        // A member of a replication group takes its groups from that (ElastiCache CreateCacheCluster).
        if (ResourceTypes.CacheCluster.Contains(resource.Type)) return resource["replicationGroupId"].IsAbsent ? None : new(Verdict.Pass);
        if (ResourceTypes.VpcEndpoint.Contains(resource.Type))
            return Any(graph.PointingTo(resource, ResourceTypes.VpcEndpoint, Associations, "vpcEndpointId").Select(OfAssociation));
        if (!ResourceTypes.LaunchTemplate.Contains(resource.Type)) return None;
        var users = graph.UsersOf(resource).Select(edge => edge.From).Where(user => !NoMachines.Contains(user.Type)).Distinct().Select(OfUser).ToList();
        return users.Count == 0 || users.Exists(user => user.Verdict == Verdict.Fail) ? None : users.Find(user => user.Unknown is not null) ?? users[0];
    }

    private static GroupsFromElsewhere Any(IEnumerable<GroupsFromElsewhere> ways)
    {
        var all = ways.ToList();
        return all.Find(way => way.Verdict == Verdict.Pass) ?? all.Find(way => way.Verdict == Verdict.Undetermined) ?? None;
    }

    private static GroupsFromElsewhere OfAssociation(ResourceNode association) =>
        association["replaceDefaultAssociation"] is { IsUnknown: true } unknown ? new(Verdict.Undetermined, unknown)
        : association["replaceDefaultAssociation"].Truth is true ? new(Verdict.Pass)
        : None;

    // EKS puts the nodes into the cluster's group where the template names none (EKS User Guide, launch templates); an instance's own list wins, and
    // so does that of a compute environment (AWS Batch, ComputeResource.securityGroupIds, 2026-11).
    private static GroupsFromElsewhere OfUser(ResourceNode user)
    {
        if (ResourceTypes.EksNodeGroup.Contains(user.Type)) return new(Verdict.Pass);
        if (!ResourceTypes.Instance.Contains(user.Type) && !Batch.Contains(user.Type)) return None;
        var own = user[Batch.Contains(user.Type) ? "computeResources.securityGroupIds" : "vpcSecurityGroupIds"];
        if (own.IsAbsent) return None;
        return own.IsUnknown ? new(Verdict.Undetermined, own) : own.Items.Any() ? new(Verdict.Pass) : None;
    }
}

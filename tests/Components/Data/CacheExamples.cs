using Infra.Components;
using Infra.Components.Data;
using Infra.Components.Networking;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Components.Data;

/// <summary>The code that the pages of caches show, beside that of <see cref="Examples"/>.</summary>
public sealed class CacheExamples
{
    private static readonly Naming Naming = Places.Naming;
    private static readonly Location Location = Places.Frankfurt;

    [Fact]
    public async Task The_examples_make_caches()
    {
        var subnets = Places.Subnets(SubnetTier.Data, "a", "b");
        var plan = await Plan.Of(() =>
        {
            Sharded(subnets, "sg-1", "arn:aws:kms:eu-central-1:123456789012:key/1", Output.CreateSecret("correct-horse-battery"));
            Memcached(subnets, "sg-2");
            Serverless(subnets, "sg-1", "arn:aws:kms:eu-central-1:123456789012:key/1");
        });

        plan.Resources.Where(resource => resource.Parent is null).Select(resource => resource.Name)
            .ShouldBe(["catalogue-eu-central-1", "fragments-eu-central-1", "locks-eu-central-1"]);
    }

    private static Cache Sharded(IReadOnlyList<ZoneSubnet> subnets, string securityGroupId, string keyArn, Output<string> token)
    {
        var catalogue = new Cache("catalogue-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Subnets = subnets,
            SecurityGroupId = securityGroupId,
            KeyArn = keyArn,
            Purpose = CachePurpose.Objects,
            Nodes = new() { Type = "cache.m7g.large", Replicas = 1, Shards = 3 },
            SnapshotDays = 1,
            DeletionProtection = true,
            Token = new() { Value = token, AcceptsPredecessor = true },
        });
        return catalogue;
    }

    private static MemcachedCluster Memcached(IReadOnlyList<ZoneSubnet> subnets, string securityGroupId)
    {
        var fragments = new MemcachedCluster("fragments-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Subnets = subnets,
            SecurityGroupId = securityGroupId,
            NodeType = "cache.t4g.small",
            Nodes = 3,
        });
        return fragments;
    }

    private static ServerlessCache Serverless(IReadOnlyList<ZoneSubnet> subnets, string securityGroupId, string keyArn)
    {
        var locks = new ServerlessCache("locks-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Subnets = subnets,
            SecurityGroupId = securityGroupId,
            KeyArn = keyArn,
            MaximumGigabytes = 5,
            MaximumUnitsPerSecond = 20_000,
            SnapshotDays = 1,
            DeletionProtection = true,
        });
        return locks;
    }
}

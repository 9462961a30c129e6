using Infra.Review.Model;
using Infra.Tests.Testing;

namespace Infra.Tests.Stacks;

/// <summary>What AWS refuses, or a machine fails without, is there before: by a dependency, not by luck.</summary>
[Collection(HostedPrograms.Name)]
public sealed class DeployOrderTests
{
    [Theory]
    [InlineData("aws:lb/loadBalancer:LoadBalancer", "aws:ec2/routeTableAssociation:RouteTableAssociation")]
    [InlineData("aws:autoscaling/group:Group", "aws:ec2/routeTableAssociation:RouteTableAssociation")]
    [InlineData("aws:autoscaling/group:Group", "aws:ec2/natGateway:NatGateway")]
    [InlineData("aws:autoscaling/group:Group", "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")]
    [InlineData("aws:ec2/flowLog:FlowLog", "aws:iam/rolePolicy:RolePolicy")]
    public async Task It_waits_for(string type, string earlier)
    {
        var preview = (await HostedPrograms.PlatformAsync("prod")).Preview;

        var hasty = preview.Resources.Where(resource => resource.Type == type)
            .Where(resource => Earlier(preview, resource).All(other => other.Type != earlier));

        hasty.Select(resource => resource.Name).ShouldBeEmpty();
        preview.Resources.ShouldContain(resource => resource.Type == type);
    }

    [Fact]
    public async Task A_public_balancer_waits_for_the_internet_gateway_of_its_network()
    {
        var preview = (await HostedPrograms.PlatformAsync("prod")).Preview;

        var balancers = preview.Resources.Where(resource => resource.Name.StartsWith("edge-", StringComparison.Ordinal)
            && resource.Type == "aws:lb/loadBalancer:LoadBalancer").ToList();

        balancers.Count.ShouldBe(2);
        foreach (var balancer in balancers)
            Earlier(preview, balancer).Select(other => other.Name).ShouldContain($"network-{balancer.Name["edge-".Length..]}-internet");
    }

    [Fact]
    public async Task A_global_password_is_renewed_once_every_cluster_has_joined()
    {
        var preview = (await HostedPrograms.PlatformAsync("prod")).Preview;

        var renewal = preview.Resources.Single(resource => resource is { Type: "aws:lambda/function:Function", Name: "catalog-eu-central-1-rotation" });

        Earlier(preview, renewal).Where(other => other.Type == "aws:rds/cluster:Cluster").Select(other => other.Name)
            .ShouldBe(["catalog-eu-central-1", "catalog-us-east-1"], ignoreOrder: true);
    }

    /// <summary>What the engine has made before it makes the resource: what it depends on and what it is part of, and so on.</summary>
    private static IEnumerable<PreviewResource> Earlier(Preview preview, PreviewResource resource)
    {
        var byUrn = preview.Resources.ToDictionary(each => each.Urn);
        var seen = new HashSet<string>();
        var pending = new Stack<string>(Before(resource));
        while (pending.TryPop(out var urn))
        {
            if (!seen.Add(urn)) continue;
            yield return byUrn[urn];
            foreach (var before in Before(byUrn[urn])) pending.Push(before);
        }
    }

    private static IEnumerable<string> Before(PreviewResource resource) =>
        resource.Parent is { } parent ? resource.Dependencies.Append(parent) : resource.Dependencies;
}

using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Vpc;

namespace Infra.Synthetic;

/// <summary>9 resources: three security groups and the rules between them.</summary>
internal sealed class SiteFirewall
{
    private readonly string _name;
    private readonly CustomResourceOptions _child;

    public SiteFirewall(string name, Pulumi.Aws.Ec2.Vpc vpc, CustomResourceOptions child)
    {
        _name = name;
        _child = child;
        LoadBalancer = CreateGroup("load-balancer", vpc);
        Web = CreateGroup("web", vpc);
        Database = CreateGroup("database", vpc);
        OpenToInternet(80);
        OpenToInternet(443);
        Allow("load-balancer", LoadBalancer, "web", Web, 80);
        Allow("web", Web, "database", Database, 3306);
    }

    public SecurityGroup LoadBalancer { get; }

    public SecurityGroup Web { get; }

    public SecurityGroup Database { get; }

    private SecurityGroup CreateGroup(string tier, Pulumi.Aws.Ec2.Vpc vpc) => new($"{_name}-{tier}", new()
    {
        VpcId = vpc.Id,
        Description = $"Tier {tier} of {_name}",
        Tags = new() { ["Name"] = $"{_name}-{tier}", ["infra:tier"] = tier },
    }, _child);

    private void OpenToInternet(int port) => _ = new SecurityGroupIngressRule($"{_name}-load-balancer-{port}", new()
    {
        SecurityGroupId = LoadBalancer.Id,
        IpProtocol = "tcp",
        FromPort = port,
        ToPort = port,
        CidrIpv4 = "0.0.0.0/0",
    }, _child);

    private void Allow(string fromTier, SecurityGroup from, string toTier, SecurityGroup to, int port)
    {
        _ = new SecurityGroupEgressRule($"{_name}-{fromTier}-to-{toTier}", new()
        {
            SecurityGroupId = from.Id,
            IpProtocol = "tcp",
            FromPort = port,
            ToPort = port,
            ReferencedSecurityGroupId = to.Id,
        }, _child);
        _ = new SecurityGroupIngressRule($"{_name}-{toTier}-from-{fromTier}", new()
        {
            SecurityGroupId = to.Id,
            IpProtocol = "tcp",
            FromPort = port,
            ToPort = port,
            ReferencedSecurityGroupId = from.Id,
        }, _child);
    }
}

using Pulumi;
using Pulumi.Aws.Ec2;

namespace Infra.Synthetic;

/// <summary>One network with everything in it: a load balancer, four servers, a database and a bucket.</summary>
internal sealed class Site : ComponentResource
{
    /// <summary>With the component itself.</summary>
    public const int ResourceCount = 50;

    private static readonly string[] Zones = ["a", "b"];
    private static readonly int[] ServersPerZone = [1, 2];

    private readonly CustomResourceOptions _child;

    public Site(string name, int index)
        : base("infra:bench:Site", name)
    {
        _child = new CustomResourceOptions { Parent = this };
        var network = new SiteNetwork(name, index, _child);
        var firewall = new SiteFirewall(name, network.Vpc, _child);
        var servers = CreateServers(name, network, firewall.Web);
        CreateLoadBalancer(name, network, firewall.LoadBalancer, servers);
        CreateDatabase(name, network, firewall.Database);
        CreateBucket(name);
        RegisterOutputs();
    }

    private List<Instance> CreateServers(string name, SiteNetwork network, SecurityGroup firewall)
    {
        var role = new Pulumi.Aws.Iam.Role($"{name}-server", new()
        {
            AssumeRolePolicy =
                """{"Version":"2012-10-17","Statement":["""
                + """{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
        }, _child);
        _ = new Pulumi.Aws.Iam.RolePolicyAttachment($"{name}-server-ssm", new()
        {
            Role = role.Name,
            PolicyArn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
        }, _child);
        var profile = new Pulumi.Aws.Iam.InstanceProfile($"{name}-server", new() { Role = role.Name }, _child);
        return
        [
            .. from zone in Zones
               from number in ServersPerZone
               select new Instance($"{name}-server-{zone}{number}", new()
               {
                   Ami = "ami-0a1b2c3d4e5f67890",
                   InstanceType = "t4g.small",
                   SubnetId = network.AppSubnets[zone].Id,
                   VpcSecurityGroupIds = { firewall.Id },
                   IamInstanceProfile = profile.Name,
                   MetadataOptions = new Pulumi.Aws.Ec2.Inputs.InstanceMetadataOptionsArgs { HttpTokens = "required", HttpEndpoint = "enabled" },
                   RootBlockDevice = new Pulumi.Aws.Ec2.Inputs.InstanceRootBlockDeviceArgs { Encrypted = true, VolumeType = "gp3", VolumeSize = 20 },
                   Tags = SiteNetwork.Tags($"{name}-server-{zone}{number}"),
               }, _child),
        ];
    }

    private void CreateLoadBalancer(string name, SiteNetwork network, SecurityGroup firewall, List<Instance> servers)
    {
        var balancer = new Pulumi.Aws.LB.LoadBalancer($"{name}-web", new()
        {
            LoadBalancerType = "application",
            SecurityGroups = { firewall.Id },
            Subnets = [.. network.PublicSubnets.Values.Select(subnet => subnet.Id)],
            DropInvalidHeaderFields = true,
            EnableDeletionProtection = true,
            Tags = SiteNetwork.Tags($"{name}-web"),
        }, _child);
        var target = new Pulumi.Aws.LB.TargetGroup($"{name}-web", new()
        {
            Port = 80,
            Protocol = "HTTP",
            VpcId = network.Vpc.Id,
            HealthCheck = new Pulumi.Aws.LB.Inputs.TargetGroupHealthCheckArgs
            {
                Path = "/health",
                Matcher = "200",
                HealthyThreshold = 2,
                UnhealthyThreshold = 3,
                Interval = 15,
                Timeout = 5,
            },
        }, _child);
        _ = new Pulumi.Aws.LB.Listener($"{name}-web", new()
        {
            LoadBalancerArn = balancer.Arn,
            Port = 80,
            Protocol = "HTTP",
            DefaultActions = { new Pulumi.Aws.LB.Inputs.ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = target.Arn } },
        }, _child);
        for (var index = 0; index < servers.Count; index++)
            _ = new Pulumi.Aws.LB.TargetGroupAttachment(
                $"{name}-web-{index}", new() { TargetGroupArn = target.Arn, TargetId = servers[index].Id, Port = 80 }, _child);
    }

    private void CreateDatabase(string name, SiteNetwork network, SecurityGroup firewall)
    {
        var subnets = new Pulumi.Aws.Rds.SubnetGroup(
            $"{name}-database", new() { SubnetIds = [.. network.DataSubnets.Values.Select(subnet => subnet.Id)] }, _child);
        _ = new Pulumi.Aws.Rds.Instance($"{name}-database", new()
        {
            Engine = "mysql",
            EngineVersion = "8.4",
            InstanceClass = "db.t4g.micro",
            AllocatedStorage = 20,
            StorageEncrypted = true,
            Username = "admin",
            Password = Output.CreateSecret($"{name}-password"),
            DbSubnetGroupName = subnets.Name,
            VpcSecurityGroupIds = { firewall.Id },
            BackupRetentionPeriod = 7,
            MultiAz = true,
            Tags = SiteNetwork.Tags($"{name}-database"),
        }, CustomResourceOptions.Merge(_child, new() { Protect = true }));
    }

    private void CreateBucket(string name)
    {
        var bucket = new Pulumi.Aws.S3.Bucket($"{name}-files", new() { Tags = SiteNetwork.Tags($"{name}-files") }, _child);
        _ = new Pulumi.Aws.S3.BucketPublicAccessBlock($"{name}-files", new()
        {
            Bucket = bucket.Id,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }, _child);
    }
}

namespace Infra.Review.Engine.Synthesis;

/// <summary>Physical ids in the form that each type has.</summary>
public static class ResourceIds
{
    private static readonly Dictionary<string, string> Ec2Prefixes = new(StringComparer.Ordinal)
    {
        ["aws:ec2/vpc:Vpc"] = "vpc",
        ["aws:ec2/subnet:Subnet"] = "subnet",
        ["aws:ec2/securityGroup:SecurityGroup"] = "sg",
        ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"] = "sg",
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = "sgr",
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = "sgr",
        ["aws:ec2/internetGateway:InternetGateway"] = "igw",
        ["aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway"] = "eigw",
        ["aws:ec2/natGateway:NatGateway"] = "nat",
        ["aws:ec2/eip:Eip"] = "eipalloc",
        ["aws:ec2/eipAssociation:EipAssociation"] = "eipassoc",
        ["aws:ec2/routeTable:RouteTable"] = "rtb",
        ["aws:ec2/defaultRouteTable:DefaultRouteTable"] = "rtb",
        ["aws:ec2/routeTableAssociation:RouteTableAssociation"] = "rtbassoc",
        ["aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation"] = "rtbassoc",
        ["aws:ec2/networkAcl:NetworkAcl"] = "acl",
        ["aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"] = "acl",
        ["aws:ec2/networkAclAssociation:NetworkAclAssociation"] = "aclassoc",
        ["aws:ec2/launchTemplate:LaunchTemplate"] = "lt",
        ["aws:ec2/instance:Instance"] = "i",
        ["aws:ec2/networkInterface:NetworkInterface"] = "eni",
        ["aws:ec2/flowLog:FlowLog"] = "fl",
        ["aws:ec2/vpcEndpoint:VpcEndpoint"] = "vpce",
        ["aws:ec2/managedPrefixList:ManagedPrefixList"] = "pl",
        ["aws:ec2/vpcPeeringConnection:VpcPeeringConnection"] = "pcx",
        ["aws:ec2/vpcDhcpOptions:VpcDhcpOptions"] = "dopt",
        ["aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation"] = "vpc-cidr-assoc",
        ["aws:ec2/vpcIpamPool:VpcIpamPool"] = "ipam-pool",
        ["aws:ec2/vpcEndpointService:VpcEndpointService"] = "vpce-svc",
        ["aws:ec2/spotInstanceRequest:SpotInstanceRequest"] = "sir",
        ["aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment"] = "eni-attach",
        ["aws:ec2/customerGateway:CustomerGateway"] = "cgw",
        ["aws:ec2/vpnGateway:VpnGateway"] = "vgw",
        ["aws:ec2/vpnConnection:VpnConnection"] = "vpn",
        ["aws:ec2/ami:Ami"] = "ami",
        ["aws:ec2transitgateway/transitGateway:TransitGateway"] = "tgw",
        ["aws:ec2transitgateway/vpcAttachment:VpcAttachment"] = "tgw-attach",
        ["aws:ec2transitgateway/routeTable:RouteTable"] = "tgw-rtb",
        ["aws:ebs/volume:Volume"] = "vol",
        ["aws:ebs/snapshot:Snapshot"] = "snap",
        ["aws:efs/fileSystem:FileSystem"] = "fs",
        ["aws:efs/accessPoint:AccessPoint"] = "fsap",
        ["aws:efs/mountTarget:MountTarget"] = "fsmt",
    };

    // Types whose id in Pulumi's state is the ARN.
    private static readonly HashSet<string> ByArn = new(StringComparer.Ordinal)
    {
        "aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer",
        "aws:lb/targetGroup:TargetGroup", "aws:alb/targetGroup:TargetGroup",
        "aws:lb/listener:Listener", "aws:alb/listener:Listener",
        "aws:lb/listenerRule:ListenerRule", "aws:alb/listenerRule:ListenerRule",
        "aws:acm/certificate:Certificate", "aws:sns/topic:Topic", "aws:iam/policy:Policy",
        "aws:iam/openIdConnectProvider:OpenIdConnectProvider", "aws:secretsmanager/secret:Secret",
        "aws:cloudtrail/trail:Trail", "aws:sns/topicSubscription:TopicSubscription",
    };

    public static string Of(Subject subject)
    {
        if (Ec2Prefixes.TryGetValue(subject.Type, out var prefix)) return subject.Ec2Id(prefix);
        if (ByArn.Contains(subject.Type)) return AwsArns.Of(subject);
        return subject.Type switch
        {
            "aws:ec2/securityGroupRule:SecurityGroupRule" => $"sgrule-{subject.Digits("id", 10)}",
            "aws:ec2/route:Route" => $"r-{subject.Text("routeTableId") ?? subject.Ec2Id("rtb")}{subject.Digits("id", 10)}",
            "aws:rds/instance:Instance" => $"db-{subject.UpperCase("id", 26)}",
            "aws:kms/key:Key" => subject.Flag("multiRegion") ? $"mrk-{subject.Hex("id", 32)}" : subject.Uuid("id"),
            // A replica has the id of its primary key.
            "aws:kms/replicaKey:ReplicaKey" => subject.Text("primaryKeyArn")?.Split('/')[^1] ?? $"mrk-{subject.Hex("id", 32)}",
            "aws:kms/alias:Alias" => AliasName(subject),
            "aws:sqs/queue:Queue" => $"https://sqs.{subject.Place.Region}.{subject.Place.DnsSuffix}/{subject.Place.Account}/{subject.PhysicalName}",
            "aws:route53/zone:Zone" => $"Z{subject.UpperCase("id", 20)}",
            "aws:route53/record:Record" => string.Join('_', Given(subject, "zoneId", "name", "type", "setIdentifier")),
            "aws:route53/healthCheck:HealthCheck" => subject.Uuid("id"),
            "aws:cloudfront/distribution:Distribution" => $"E{subject.UpperCase("id", 13)}",
            "aws:cloudfront/originAccessControl:OriginAccessControl" or "aws:cloudfront/originAccessIdentity:OriginAccessIdentity" =>
                $"E{subject.UpperCase("id", 13)}",
            "aws:cloudfront/cachePolicy:CachePolicy" or "aws:cloudfront/originRequestPolicy:OriginRequestPolicy" => subject.Uuid("id"),
            "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy" or "aws:cloudfront/keyGroup:KeyGroup" => subject.Uuid("id"),
            "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace" => $"ns-{subject.LowerCase("id", 16)}",
            "aws:servicediscovery/service:Service" => $"srv-{subject.LowerCase("id", 16)}",
            "aws:transfer/server:Server" => $"s-0{subject.Hex("id", 16)}",
            "aws:lambda/eventSourceMapping:EventSourceMapping" => subject.Uuid("id"),
            "aws:backup/plan:Plan" => subject.Uuid("id"),
            "aws:route53/queryLog:QueryLog" => subject.Uuid("id"),
            "aws:secretsmanager/secretVersion:SecretVersion" => $"{subject.Text("secretId")}|{subject.Uuid("version")}",
            "aws:wafv2/webAcl:WebAcl" => subject.Uuid("id"),
            "aws:iam/accessKey:AccessKey" => $"AKIA{subject.UpperCase("id", 9)}EXAMPLE",
            _ when subject.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal) => subject.Uuid("id"),
            _ when subject.Type.StartsWith("cloudflare:", StringComparison.Ordinal) => subject.Hex("id", 32),
            _ => subject.PhysicalName,
        };
    }

    public static string AliasName(Subject subject) => subject.Text("name") ?? $"alias/{subject.PhysicalName}";

    private static IEnumerable<string> Given(Subject subject, params string[] properties) =>
        properties.Select(subject.Text).OfType<string>();
}

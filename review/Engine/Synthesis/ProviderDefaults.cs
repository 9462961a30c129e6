using Infra.Review.Model;

namespace Infra.Review.Engine.Synthesis;

/// <summary>
/// What AWS takes when a property is not given, where its own API reference says so (EC2 CreateVpc and CreateSubnet, ELBv2 CreateLoadBalancer,
/// RDS CreateDBInstance; read 2026-11). A property whose default depends on something else is not here.
/// </summary>
public static class ProviderDefaults
{
    private static readonly Dictionary<(string Type, string Property), PropertyValue> Known = new()
    {
        [("aws:ec2/vpc:Vpc", "enableDnsSupport")] = PropertyValue.Bool.True,
        [("aws:ec2/vpc:Vpc", "instanceTenancy")] = new PropertyValue.Text("default"),
        [("aws:ec2/subnet:Subnet", "mapPublicIpOnLaunch")] = PropertyValue.Bool.False,
        [("aws:lb/loadBalancer:LoadBalancer", "internal")] = PropertyValue.Bool.False,
        [("aws:lb/loadBalancer:LoadBalancer", "loadBalancerType")] = new PropertyValue.Text("application"),
        [("aws:lb/loadBalancer:LoadBalancer", "ipAddressType")] = new PropertyValue.Text("ipv4"),
    };

    public static PropertyValue? Of(string type, string property) => Known.GetValueOrDefault((type, property));
}

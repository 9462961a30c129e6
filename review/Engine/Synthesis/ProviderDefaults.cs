using Infra.Review.Model;

namespace Infra.Review.Engine.Synthesis;

/// <summary>
/// What a property is when it is not given. Compared in November 2026 with the descriptions in the schema of the AWS provider, version 7, which
/// state every one of these defaults but <c>ipAddressType</c>; that one is written from knowledge. A property whose default depends on
/// something else is not here.
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

using System.Text;
using Infra.Review.Model;
using static Infra.Review.Engine.Functions.FunctionResult;

namespace Infra.Review.Engine.Synthesis;

/// <summary>Outputs of machines, of their addresses, and of clusters that run on them; the addresses are those of RFC 5737, for examples.</summary>
public static class MachineOutputs
{
    /// <summary>Null if the property is none of these.</summary>
    public static PropertyValue? Find(Subject subject, string property) => subject.Type switch
    {
        "aws:ec2/instance:Instance" or "aws:ec2/spotInstanceRequest:SpotInstanceRequest" => OfInstance(subject, property),
        "aws:ec2/networkInterface:NetworkInterface" => OfInterface(subject, property),
        "aws:ec2/eip:Eip" => OfElasticAddress(subject, property),
        "aws:ec2/natGateway:NatGateway" => property switch
        {
            "publicIp" => Of(PublicAddress(subject)),
            "privateIp" => Of(PrivateAddress(subject)),
            "networkInterfaceId" => Of(subject.Ec2Id("eni", property)),
            _ => null,
        },
        "aws:eks/cluster:Cluster" => OfKubernetes(subject, property),
        _ => null,
    };

    private static PropertyValue? OfInstance(Subject subject, string property) => property switch
    {
        "publicIp" or "publicDns" when subject.IsUnknown("associatePublicIpAddress") => PropertyValue.Unknown.Value,
        "publicIp" => Of(IsWithoutAddress(subject) ? "" : PublicAddress(subject)),
        "publicDns" => Of(IsWithoutAddress(subject) ? "" : PublicName(subject)),
        "primaryNetworkInterfaceId" => Of(subject.Ec2Id("eni", property)),
        "instanceState" => Of("running"),
        _ => OfPrivateAddress(subject, property, "privateDns"),
    };

    private static PropertyValue? OfInterface(Subject subject, string property) => property switch
    {
        "macAddress" => Of($"02:{string.Join(':', subject.Hex(property, 10).Chunk(2).Select(pair => new string(pair)))}"),
        _ => OfPrivateAddress(subject, property, "privateDnsName"),
    };

    private static PropertyValue? OfElasticAddress(Subject subject, string property) => property switch
    {
        "publicIp" => Of(PublicAddress(subject)),
        "publicDns" => Of(PublicName(subject)),
        "allocationId" => Of(ResourceIds.Of(subject)),
        "associationId" => Of(subject.Ec2Id("eipassoc", property)),
        _ => OfPrivateAddress(subject, property, "privateDns"),
    };

    private static PropertyValue? OfPrivateAddress(Subject subject, string property, string name) =>
        property == "privateIp" ? Of(PrivateAddress(subject)) : property == name ? Of(PrivateName(subject)) : null;

    // The endpoint and the issuer have the same id in them (Amazon EKS User Guide, IAM roles for service accounts, 2026-11).
    private static PropertyValue? OfKubernetes(Subject subject, string property)
    {
        var (id, region) = (subject.Hex("cluster", 32).ToUpperInvariant(), subject.Place.Region);
        return property switch
        {
            "endpoint" => Of($"https://{id}.gr7.{region}.eks.{subject.Place.DnsSuffix}"),
            "identities" => Items(Of(("oidcs", Items(Of(("issuer", Of($"https://oidc.eks.{region}.{subject.Place.DnsSuffix}/id/{id}"))))))),
            "certificateAuthority" => Of(("data", Of(Convert.ToBase64String(Encoding.UTF8.GetBytes($"certificate {id}"))))),
            "status" => Of("ACTIVE"),
            _ => null,
        };
    }

    private static bool IsWithoutAddress(Subject subject) =>
        subject.Inputs.ContainsKey("associatePublicIpAddress") && !subject.Flag("associatePublicIpAddress");

    private static string PublicAddress(Subject subject) => $"203.0.113.{Synthetic.Between($"{subject.Urn}|publicIp", 1, 254)}";

    private static string PrivateAddress(Subject subject) =>
        subject.Text("privateIp") ?? $"198.51.100.{Synthetic.Between($"{subject.Urn}|privateIp", 4, 250)}";

    // Names of addresses, Amazon VPC User Guide, DNS attributes, 2026-11.
    private static string PublicName(Subject subject)
    {
        var region = subject.Place.Region == "us-east-1" ? "compute-1" : $"{subject.Place.Region}.compute";
        return $"ec2-{Dashed(PublicAddress(subject))}.{region}.{subject.Place.DnsSuffix}";
    }

    private static string PrivateName(Subject subject) =>
        $"ip-{Dashed(PrivateAddress(subject))}.{(subject.Place.Region == "us-east-1" ? "ec2" : $"{subject.Place.Region}.compute")}.internal";

    private static string Dashed(string address) => address.Replace('.', '-');
}

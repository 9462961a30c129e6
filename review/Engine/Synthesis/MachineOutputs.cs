using System.Text;
using Infra.Review.Model;

namespace Infra.Review.Engine.Synthesis;

/// <summary>Outputs of machines, of their addresses, and of clusters that run on them; the addresses are those of RFC 5737, for examples.</summary>
public static class MachineOutputs
{
    /// <summary>Null if the property is none of these.</summary>
    public static PropertyValue? Of(Subject subject, string property) => subject.Type switch
    {
        "aws:ec2/instance:Instance" or "aws:ec2/spotInstanceRequest:SpotInstanceRequest" => OfInstance(subject, property),
        "aws:ec2/networkInterface:NetworkInterface" => OfInterface(subject, property),
        "aws:ec2/eip:Eip" => OfElasticAddress(subject, property),
        "aws:ec2/natGateway:NatGateway" => property switch
        {
            "publicIp" => Text(PublicAddress(subject)),
            "privateIp" => Text(PrivateAddress(subject)),
            "networkInterfaceId" => Text(subject.Ec2Id("eni", property)),
            _ => null,
        },
        "aws:eks/cluster:Cluster" => OfKubernetes(subject, property),
        _ => null,
    };

    private static PropertyValue? OfInstance(Subject subject, string property) => property switch
    {
        "publicIp" or "publicDns" when subject.IsUnknown("associatePublicIpAddress") => PropertyValue.Unknown.Value,
        "publicIp" => Text(IsWithoutAddress(subject) ? "" : PublicAddress(subject)),
        "publicDns" => Text(IsWithoutAddress(subject) ? "" : PublicName(subject)),
        "primaryNetworkInterfaceId" => Text(subject.Ec2Id("eni", property)),
        "instanceState" => Text("running"),
        _ => OfPrivateAddress(subject, property, "privateDns"),
    };

    private static PropertyValue.Text? OfInterface(Subject subject, string property) => property switch
    {
        "macAddress" => Text($"02:{string.Join(':', subject.Hex(property, 10).Chunk(2).Select(pair => new string(pair)))}"),
        _ => OfPrivateAddress(subject, property, "privateDnsName"),
    };

    private static PropertyValue.Text? OfElasticAddress(Subject subject, string property) => property switch
    {
        "publicIp" => Text(PublicAddress(subject)),
        "publicDns" => Text(PublicName(subject)),
        "allocationId" => Text(ResourceIds.Of(subject)),
        "associationId" => Text(subject.Ec2Id("eipassoc", property)),
        _ => OfPrivateAddress(subject, property, "privateDns"),
    };

    private static PropertyValue.Text? OfPrivateAddress(Subject subject, string property, string name) =>
        property == "privateIp" ? Text(PrivateAddress(subject)) : property == name ? Text(PrivateName(subject)) : null;

    // The endpoint and the issuer have the same id in them (Amazon EKS User Guide, IAM roles for service accounts, 2026-11).
    private static PropertyValue? OfKubernetes(Subject subject, string property)
    {
        var (id, region) = (subject.Hex("cluster", 32).ToUpperInvariant(), subject.Place.Region);
        return property switch
        {
            "endpoint" => Text($"https://{id}.gr7.{region}.eks.{subject.Place.DnsSuffix}"),
            "identities" => ListOf(("oidcs", ListOf(("issuer", Text($"https://oidc.eks.{region}.{subject.Place.DnsSuffix}/id/{id}"))))),
            "certificateAuthority" => MapOf(("data", Text(Convert.ToBase64String(Encoding.UTF8.GetBytes($"certificate {id}"))))),
            "status" => Text("ACTIVE"),
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

    private static PropertyValue.Text Text(string text) => new(text);

    private static PropertyValue.List ListOf(params (string Name, PropertyValue Value)[] only) => new([MapOf(only)]);

    private static PropertyValue.Map MapOf(params (string Name, PropertyValue Value)[] entries) =>
        new(PropertyDictionary.Of(entries.Select(entry => KeyValuePair.Create(entry.Name, entry.Value))));
}

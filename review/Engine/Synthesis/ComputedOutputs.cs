using Infra.Review.Model;

namespace Infra.Review.Engine.Synthesis;

/// <summary>Outputs that have a form of their own, by type and property.</summary>
public static class ComputedOutputs
{
    // The oldest regions write a dash where the others write a dot (General Reference, Amazon S3 website endpoints, 2026-11).
    private static readonly HashSet<string> WithDash = new(StringComparer.Ordinal)
    {
        "us-east-1", "us-west-1", "us-west-2", "ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "eu-west-1", "sa-east-1", "us-gov-west-1",
    };

    /// <summary>Null if the property has no special form.</summary>
    public static PropertyValue? Of(Subject subject, string property) => !subject.Type.StartsWith("aws:", StringComparison.Ordinal)
        ? property == "name" ? Text(subject.PhysicalName) : null
        : MachineOutputs.Find(subject, property) ?? StoreOutputs.Find(subject, property) ?? CodeOutputs.Find(subject, property) ?? Others(subject, property);

    private static PropertyValue? Others(Subject subject, string property) => (Kind(subject.Type), property) switch
    {
        (_, "arn") => Text(AwsArns.Of(subject)),
        (_, "ownerId" or "accountId" or "owner") => Text(subject.Place.Account),
        (_, "region") => Text(subject.Place.Region),
        (_, "name" or "bucket" or "identifier" or "clusterIdentifier" or "replicationGroupId" or "keyName") => Text(subject.PhysicalName),
        (_, "tagsAll") => subject.Inputs.TryGetValue("tags", out var tags) ? tags : new PropertyValue.Map(PropertyDictionary.Empty),

        ("vpc", "mainRouteTableId" or "defaultRouteTableId") => Text(subject.Ec2Id("rtb", "main")),
        ("vpc", "defaultSecurityGroupId") => Text(subject.Ec2Id("sg", property)),
        ("vpc", "defaultNetworkAclId") => Text(subject.Ec2Id("acl", property)),
        ("vpc", "dhcpOptionsId") => Text(subject.Ec2Id("dopt", property)),
        ("vpc", "ipv6CidrBlock") when subject.Flag("assignGeneratedIpv6CidrBlock") =>
            Text(FormattableString.Invariant($"2001:db8:{Synthetic.Between($"{subject.Urn}|{property}", 0x1000, 0xffff):x}:")
                + FormattableString.Invariant($"{Synthetic.Between($"{subject.Urn}|subnets", 0x10, 0xff):x}00::/56")),
        ("subnet", "availabilityZoneId") => ZoneId(subject),
        ("securityGroupIngressRule" or "securityGroupEgressRule", "securityGroupRuleId") => Text(ResourceIds.Of(subject)),
        ("launchTemplate", "latestVersion" or "defaultVersion") => new PropertyValue.Number(1),
        ("managedPrefixList" or "parameter", "version") => new PropertyValue.Number(1),
        ("vpcEndpoint", "prefixListId") when subject.Text("vpcEndpointType") is null or "Gateway" => Text($"pl-{subject.Hex(property, 8)}"),

        ("loadBalancer", "arnSuffix") => Text(AwsArns.LoadBalancerSuffix(subject)),
        ("loadBalancer", "dnsName") => Text(LoadBalancerName(subject)),
        ("loadBalancer", "zoneId") => Text(AwsRegionFacts.LoadBalancerZone(subject.Place.Region, subject.Text("loadBalancerType") == "network")
            ?? $"Z{subject.UpperCase(property, 13)}"),
        ("targetGroup", "arnSuffix") => Text(AwsArns.TargetGroupSuffix(subject)),

        ("bucket", "bucketDomainName") => Text($"{subject.PhysicalName}.s3.{subject.Place.DnsSuffix}"),
        ("bucket", "bucketRegionalDomainName") => Text($"{subject.PhysicalName}.s3.{subject.Place.Region}.{subject.Place.DnsSuffix}"),
        ("bucket", "bucketRegion") => Text(subject.Place.Region),
        (_, "websiteDomain") => Text(WebsiteDomain(subject.Place)),
        (_, "websiteEndpoint") => Text($"{subject.PhysicalName}.{WebsiteDomain(subject.Place)}"),
        ("queue", "url") => Text(ResourceIds.Of(subject)),
        ("key" or "replicaKey", "keyId") => Text(ResourceIds.Of(subject)),
        ("role" or "user" or "instanceProfile" or "group", "uniqueId") => Text($"{UniquePrefix(subject.Type)}{subject.UpperCase(property, 17)}"),
        ("policy", "policyId") => Text($"ANPA{subject.UpperCase(property, 17)}"),

        ("zone", "zoneId") => Text(ResourceIds.Of(subject)),
        ("zone", "primaryNameServer") => Text(NameServer(subject, 0)),
        ("zone", "nameServers") => new PropertyValue.List([.. Enumerable.Range(0, 4).Select(index => Text(NameServer(subject, index)))]),
        ("record", "fqdn") => Text(subject.Text("name") ?? subject.PhysicalName),
        ("certificate", "domainValidationOptions") => new PropertyValue.List([.. CertificateNames(subject).Select(name => Validation(subject, name))]),
        ("certificate", "status") => Text("PENDING_VALIDATION"),
        ("distribution", "domainName") => Text($"d{subject.LowerCase("domain", 13)}.cloudfront.net"),
        ("distribution", "hostedZoneId") => Text(AwsRegionFacts.CloudFrontZone),
        ("distribution", "status") => Text("Deployed"),
        (_, "hostedZoneId") or ("privateDnsNamespace", "hostedZone") => Text($"Z{subject.UpperCase(property, 13)}"),
        ("secretVersion", "versionId") => Text(subject.Uuid("version")),
        _ => null,
    };

    private static string Kind(string type) =>
        type.StartsWith("aws:", StringComparison.Ordinal) && type.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
            ? type[(slash + 1)..type.LastIndexOf(':')]
            : "";

    private static PropertyValue.Text Text(string text) => new(text);

    private static PropertyValue.Text? ZoneId(Subject subject)
    {
        var zone = subject.Text("availabilityZone");
        if (zone is null || !char.IsAsciiLetterLower(zone[^1])) return null;
        return Text(FormattableString.Invariant($"{new AwsPlace(zone[..^1], AwsPlace.ExampleAccount).ShortName}-az{zone[^1] - 'a' + 1}"));
    }

    private static string WebsiteDomain(AwsPlace place) => $"s3-website{(WithDash.Contains(place.Region) ? '-' : '.')}{place.Region}.{place.DnsSuffix}";

    private static string LoadBalancerName(Subject subject)
    {
        var internalPrefix = subject.Flag("internal") ? "internal-" : "";
        var (name, region, suffix) = (subject.PhysicalName, subject.Place.Region, subject.Place.DnsSuffix);
        return subject.Text("loadBalancerType") == "network"
            ? $"{name}-{subject.Hex("dns", 16)}.elb.{region}.{suffix}"
            : $"{internalPrefix}{name}-{subject.Digits("dns", 10)}.{region}.elb.{suffix}";
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html, unique identifiers
    private static string UniquePrefix(string type) => type switch
    {
        "aws:iam/role:Role" => "AROA",
        "aws:iam/user:User" => "AIDA",
        "aws:iam/group:Group" => "AGPA",
        _ => "AIPA",
    };

    private static string NameServer(Subject subject, int index)
    {
        string[] suffixes = ["com", "net", "org", "co.uk"];
        var block = index * 512 + Synthetic.Between($"{subject.Urn}|ns{index}", 0, 255);
        return FormattableString.Invariant($"ns-{block}.awsdns-{block % 64:00}.{suffixes[index]}");
    }

    private static IEnumerable<string> CertificateNames(Subject subject) =>
        new[] { subject.Text("domainName") }.OfType<string>().Concat(subject.Texts("subjectAlternativeNames")).Distinct(StringComparer.Ordinal);

    // A wildcard is validated by the record of its domain.
    private static PropertyValue.Map Validation(Subject subject, string name)
    {
        var domain = name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name;
        return new PropertyValue.Map(PropertyDictionary.Of(
        [
            new("domainName", Text(name)),
            new("resourceRecordName", Text($"_{subject.Hex($"record|{domain}", 32)}.{domain}.")),
            new("resourceRecordType", Text("CNAME")),
            new("resourceRecordValue", Text($"_{subject.Hex($"value|{domain}", 32)}.{subject.LowerCase($"zone|{domain}", 10)}.acm-validations.aws.")),
        ]));
    }
}

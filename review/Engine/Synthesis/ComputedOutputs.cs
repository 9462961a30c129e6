using Infra.Review.Model;

namespace Infra.Review.Engine.Synthesis;

/// <summary>Outputs that have a form of their own, by type and property.</summary>
public static class ComputedOutputs
{
    private static readonly Dictionary<string, int> DatabasePorts = new(StringComparer.Ordinal)
    {
        ["mysql"] = 3306,
        ["mariadb"] = 3306,
        ["aurora-mysql"] = 3306,
        ["postgres"] = 5432,
        ["aurora-postgresql"] = 5432,
    };

    /// <summary>Null if the property has no special form.</summary>
    public static PropertyValue? Of(Subject subject, string property) => (Kind(subject.Type), property) switch
    {
        _ when !subject.Type.StartsWith("aws:", StringComparison.Ordinal) => property == "name" ? Text(subject.PhysicalName) : null,
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
        ("eip", "allocationId") => Text(ResourceIds.Of(subject)),
        ("eip" or "natGateway", "publicIp") => Text($"203.0.113.{Synthetic.Between($"{subject.Urn}|publicIp", 1, 254)}"),
        ("natGateway", "privateIp") => Text($"198.51.100.{Synthetic.Between($"{subject.Urn}|privateIp", 4, 250)}"),
        ("natGateway", "networkInterfaceId") => Text(subject.Ec2Id("eni", property)),
        ("launchTemplate", "latestVersion" or "defaultVersion") => new PropertyValue.Number(1),
        ("managedPrefixList" or "parameter", "version") => new PropertyValue.Number(1),
        ("vpcEndpoint", "prefixListId") when subject.Text("vpcEndpointType") is null or "Gateway" => Text($"pl-{subject.Hex(property, 8)}"),

        ("loadBalancer", "arnSuffix") => Text(AwsArns.LoadBalancerSuffix(subject)),
        ("loadBalancer", "dnsName") => Text(LoadBalancerName(subject)),
        ("loadBalancer", "zoneId") => Text(AwsRegionFacts.LoadBalancerZone(subject.Place.Region, subject.Text("loadBalancerType") == "network")
            ?? $"Z{subject.UpperCase(property, 13)}"),
        ("targetGroup", "arnSuffix") => Text(AwsArns.TargetGroupSuffix(subject)),

        ("instance", "address") => Text(DatabaseHost(subject, "")),
        ("instance", "endpoint") when subject.Type.StartsWith("aws:rds/", StringComparison.Ordinal) =>
            Text(FormattableString.Invariant($"{DatabaseHost(subject, "")}:{DatabasePort(subject)}")),
        ("instance" or "cluster", "port") when subject.Type.StartsWith("aws:rds/", StringComparison.Ordinal) => new PropertyValue.Number(DatabasePort(subject)),
        ("instance", "resourceId") => Text($"db-{subject.UpperCase("id", 26)}"),
        ("instance" or "cluster", "engineVersionActual") when subject.Text("engineVersion") is { } version => Text(version),
        ("cluster", "endpoint") => Text(DatabaseHost(subject, "cluster-")),
        ("cluster", "readerEndpoint") => Text(DatabaseHost(subject, "cluster-ro-")),
        ("cluster", "clusterResourceId") => Text($"cluster-{subject.UpperCase("id", 26)}"),
        ("replicationGroup", "primaryEndpointAddress") => Text(CacheHost(subject, "master")),
        ("replicationGroup", "readerEndpointAddress") => Text(CacheHost(subject, "replica")),
        ("replicationGroup", "configurationEndpointAddress") => Text(CacheHost(subject, "clustercfg")),

        ("bucket", "bucketDomainName") => Text($"{subject.PhysicalName}.s3.{subject.Place.DnsSuffix}"),
        ("bucket", "bucketRegionalDomainName") => Text($"{subject.PhysicalName}.s3.{subject.Place.Region}.{subject.Place.DnsSuffix}"),
        ("bucket", "bucketRegion") => Text(subject.Place.Region),
        ("queue", "url") => Text(ResourceIds.Of(subject)),
        ("key", "keyId") => Text(subject.Uuid("id")),
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

    private static string LoadBalancerName(Subject subject)
    {
        var internalPrefix = subject.Flag("internal") ? "internal-" : "";
        var (name, region, suffix) = (subject.PhysicalName, subject.Place.Region, subject.Place.DnsSuffix);
        return subject.Text("loadBalancerType") == "network"
            ? $"{name}-{subject.Hex("dns", 16)}.elb.{region}.{suffix}"
            : $"{internalPrefix}{name}-{subject.Digits("dns", 10)}.{region}.elb.{suffix}";
    }

    // The second label is the same for all databases of an account in a region.
    private static string DatabaseHost(Subject subject, string infix)
    {
        var place = subject.Place;
        return $"{subject.PhysicalName}.{infix}c{Synthetic.LowerCase($"rds|{place.Region}", 11)}.{place.Region}.rds.{place.DnsSuffix}";
    }

    private static int DatabasePort(Subject subject) =>
        subject.Number("port") ?? DatabasePorts.GetValueOrDefault(subject.Text("engine") ?? "mysql", 3306);

    private static string CacheHost(Subject subject, string role)
    {
        var place = subject.Place;
        var account = Synthetic.LowerCase($"elasticache|{place.Region}", 6);
        return subject.Flag("transitEncryptionEnabled") || role == "clustercfg"
            ? $"{role}.{subject.PhysicalName}.{account}.{place.ShortName}.cache.{place.DnsSuffix}"
            : $"{subject.PhysicalName}{(role == "replica" ? "-ro" : "")}.{account}.ng.0001.{place.ShortName}.cache.{place.DnsSuffix}";
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

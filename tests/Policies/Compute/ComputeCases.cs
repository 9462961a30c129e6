using System.IO.Compression;
using System.Text;
using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Compute;

internal static class ComputeCases
{
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Instance = "aws:ec2/instance:Instance";
    private const string Group = "aws:autoscaling/group:Group";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("imdsv2-required", Template,
            (Pass, "tokens and one hop", """{ "metadataOptions": { "httpTokens": "required", "httpPutResponseHopLimit": 1 } }"""),
            (Pass, "no metadata service at all", """{ "metadataOptions": { "httpEndpoint": "disabled" } }"""),
            (Fail, "nothing said", "{}"),
            (Fail, "tokens optional", """{ "metadataOptions": { "httpTokens": "optional" } }"""),
            (Fail, "two hops without containers", """{ "metadataOptions": { "httpTokens": "required", "httpPutResponseHopLimit": 2 } }"""),
            (Undetermined, "not known", """{ "metadataOptions": { "httpTokens": "<unknown>" } }""")),
        Passes("imdsv2-required", "two hops on a container host", new SampleProgram()
            .Add(Template, "nodes", """{ "metadataOptions": { "httpTokens": "required", "httpPutResponseHopLimit": 2 } }""")
            .Add("aws:eks/nodeGroup:NodeGroup", "group", """{ "launchTemplate": { "id": "nodes" } }""")),
        .. Of("imdsv2-required", Instance, (Fail, "an instance without tokens", "{}")),
        .. Of("instance-no-public-ip", Template,
            (Pass, "no public address", """{ "networkInterfaces": [{ "associatePublicIpAddress": "false" }] }"""),
            (Pass, "the subnet decides", "{}"),
            (Fail, "a public address, as text", """{ "networkInterfaces": [{ "associatePublicIpAddress": "true" }] }"""),
            (Undetermined, "not known", """{ "networkInterfaces": "<unknown>" }""")),
        .. Of("instance-no-public-ip", "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
            (Fail, "a spot instance with a public address", """{ "associatePublicIpAddress": true }""")),
        .. Of("instance-no-public-ip", Instance, (Fail, "an instance with a public address", """{ "associatePublicIpAddress": true }""")),
        .. Of("ebs-encrypted", Template,
            (Pass, "encrypted, as text", """{ "blockDeviceMappings": [{ "ebs": { "encrypted": "true" } }] }"""),
            (Fail, "the image decides", "{}"),
            (Fail, "one of two disks", """{ "blockDeviceMappings": [{ "ebs": { "encrypted": "true" } }, { "ebs": { "encrypted": "false" } }] }"""),
            (Undetermined, "not known", """{ "blockDeviceMappings": [{ "ebs": { "encrypted": "<unknown>" } }] }""")),
        .. Of("ebs-encrypted", Instance,
            (Pass, "root and data disk", """{ "rootBlockDevice": { "encrypted": true }, "ebsBlockDevices": [{ "encrypted": true }] }"""),
            (Fail, "the data disk is not", """{ "rootBlockDevice": { "encrypted": true }, "ebsBlockDevices": [{ "encrypted": false }] }""")),
        .. Of("ebs-encrypted", "aws:ebs/volume:Volume", (Fail, "a volume", "{}")),
        Passes("ebs-encrypted", "the account encrypts everything", new SampleProgram().Add(Template, "it")
            .Add("aws:ebs/encryptionByDefault:EncryptionByDefault", "default", """{ "enabled": true }""")),
        .. Of("no-secret-in-user-data", Template,
            (Pass, "no user data", "{}"),
            (Pass, "asks for the secret at start-up", Data("export DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db)")),
            (Pass, "names a secret's ARN", Data("DB_SECRET=arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf")),
            (Pass, "a public key and a checksum", Data("echo 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7' \n"
                + "sum=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")),
            (Fail, "a password", Data("#!/bin/sh\nexport DB_PASSWORD=hunter22")),
            (Fail, "an access key", Data("export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE")),
            (Fail, "a private key", Data("cat > key <<E\n-----BEGIN RSA PRIVATE KEY-----\nE")),
            (Fail, "a connection string", Data("mysql://app:s3cretpw@db/orders")),
            (Fail, "a random string under a harmless name", Data("SEED=q7Jx2LmZp0Rt5VbYc8NwKd3Fh6Gs")),
            (Fail, "zipped", $$"""{ "userData": "{{Zip("export DB_PASSWORD=hunter22")}}" }"""),
            (Fail, "a Pulumi secret", """{ "userData": { "<secret>": "ZWNobyBoZWxsbw==" } }"""),
            (Fail, "computed from a Pulumi secret", """{ "userData": { "<secret>": "<unknown>" } }"""),
            (Undetermined, "not known", """{ "userData": "<unknown>" }""")),
        .. Of("no-secret-in-user-data", Instance, (Fail, "plain text", """{ "userData": "export API_KEY=abcdef123456" }""")),
        .. Of("asg-elb-health-check", Group,
            (Pass, "asks the load balancer", """{ "targetGroupArns": ["arn"], "healthCheckType": "ELB" }"""),
            (Pass, "has no load balancer", "{}"),
            (Fail, "asks EC2", """{ "targetGroupArns": ["arn"], "healthCheckType": "EC2" }"""),
            (Fail, "asks EC2 by default", """{ "targetGroupArns": "<unknown>" }"""),
            (Undetermined, "not known", """{ "targetGroupArns": ["arn"], "healthCheckType": "<unknown>" }""")),
        Fails("asg-elb-health-check", "attached from elsewhere", new SampleProgram().Add(Group, "web")
            .Add("aws:autoscaling/attachment:Attachment", "attachment", """{ "autoscalingGroupName": "<unknown:web>" }""")),
        .. Of("asg-min-two", Group,
            (Pass, "two to six", """{ "minSize": 2, "maxSize": 6 }"""),
            (Fail, "one", """{ "minSize": 1, "maxSize": 6 }"""),
            (Fail, "no headroom", """{ "minSize": 2, "maxSize": 2 }"""),
            (Undetermined, "not known", """{ "minSize": 2, "maxSize": "<unknown>" }""")),
        Passes("asg-multi-az", "two zones", InZones("a", "b")),
        Fails("asg-multi-az", "one zone", InZones("a", "a"), "vpcZoneIdentifiers"),
        IsOpen("asg-multi-az", "a zone is not known", InZones("a", "<unknown>")),
        .. Of("asg-multi-az", Group, (Fail, "one zone by name", """{ "availabilityZones": ["a"] }"""), (Fail, "none", "{}")),
    ];

    private static SampleProgram InZones(string first, string second) => new SampleProgram()
        .Add("aws:ec2/subnet:Subnet", "first", $$"""{ "availabilityZone": "{{first}}" }""")
        .Add("aws:ec2/subnet:Subnet", "second", $$"""{ "availabilityZone": "{{second}}" }""")
        .Add(Group, "web", """{ "vpcZoneIdentifiers": ["first", "<unknown:second>"] }""");

    private static string Data(string script) => $$"""{ "userData": "{{Convert.ToBase64String(Encoding.UTF8.GetBytes(script))}}" }""";

    private static string Zip(string script)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(script));
        return Convert.ToBase64String(zipped.ToArray());
    }
}

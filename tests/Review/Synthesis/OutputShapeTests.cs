using System.Text.RegularExpressions;
using Infra.Review.Engine.Checks;
using Infra.Review.Engine.Synthesis;
using Infra.Review.Model;
using Infra.Sdk.Schema;

namespace Infra.Tests.Review.Synthesis;

/// <summary>What the offline engine makes up is read by programs: it has the form of the real thing.</summary>
public sealed class OutputShapeTests
{
    private const string Host = "things-[0-9a-f]{7}";
    private const string Home = "eu-central-1:123456789012";

    [Theory]
    [InlineData("aws:ec2/instance:Instance", "publicIp", @"203\.0\.113\.\d+")]
    [InlineData("aws:ec2/instance:Instance", "publicDns", @"ec2-203-0-113-\d+\.eu-central-1\.compute\.amazonaws\.com")]
    [InlineData("aws:ec2/instance:Instance", "privateDns", @"ip-198-51-100-\d+\.eu-central-1\.compute\.internal")]
    [InlineData("aws:ec2/networkInterface:NetworkInterface", "macAddress", "02(:[0-9a-f]{2}){5}")]
    [InlineData("aws:ec2/eip:Eip", "associationId", "eipassoc-[0-9a-f]{17}")]
    [InlineData("aws:eks/cluster:Cluster", "endpoint", @"https://[0-9A-F]{32}\.gr7\.eu-central-1\.eks\.amazonaws\.com")]
    [InlineData("aws:ecr/repository:Repository", "repositoryUrl", $@"123456789012\.dkr\.ecr\.eu-central-1\.amazonaws\.com/{Host}")]
    [InlineData("aws:lambda/function:Function", "invokeArn",
        $@"arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:{Home}:function:{Host}/invocations")]
    [InlineData("aws:lambda/function:Function", "qualifiedArn", $@"arn:aws:lambda:{Home}:function:{Host}:\$LATEST")]
    [InlineData("aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration", "websiteEndpoint", $@"{Host}\.s3-website\.eu-central-1\.amazonaws\.com")]
    [InlineData("aws:rds/instance:Instance", "endpoint", $@"{Host}\.c[a-z0-9]{{11}}\.eu-central-1\.rds\.amazonaws\.com:3306")]
    [InlineData("aws:rds/clusterInstance:ClusterInstance", "endpoint", $@"{Host}\.c[a-z0-9]{{11}}\.eu-central-1\.rds\.amazonaws\.com")]
    [InlineData("aws:rds/proxy:Proxy", "endpoint", $@"{Host}\.proxy-c[a-z0-9]{{11}}\.eu-central-1\.rds\.amazonaws\.com")]
    [InlineData("aws:docdb/cluster:Cluster", "readerEndpoint", $@"{Host}\.cluster-ro-c[a-z0-9]{{11}}\.eu-central-1\.docdb\.amazonaws\.com")]
    [InlineData("aws:neptune/cluster:Cluster", "endpoint", $@"{Host}\.cluster-c[a-z0-9]{{11}}\.eu-central-1\.neptune\.amazonaws\.com")]
    public void A_text_has_the_form_of_its_service(string type, string property, string form) => Of(type, property).ShouldMatch($"^{form}$");

    [Theory]
    [InlineData("aws:s3/bucketV2:BucketV2", $"s3:::{Host}")]
    [InlineData("aws:lambda/function:Function", $"lambda:{Home}:function:{Host}")]
    [InlineData("aws:docdb/cluster:Cluster", $"rds:{Home}:cluster:{Host}")]
    [InlineData("aws:neptune/clusterInstance:ClusterInstance", $"rds:{Home}:db:{Host}")]
    [InlineData("aws:ec2/eip:Eip", $"ec2:{Home}:elastic-ip/eipalloc-[0-9a-f]{{17}}")]
    [InlineData("aws:ec2/subnet:Subnet", $"ec2:{Home}:subnet/subnet-[0-9a-f]{{17}}")]
    [InlineData("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", $"ec2:{Home}:security-group-rule/sgr-[0-9a-f]{{17}}")]
    [InlineData("aws:backup/vault:Vault", $"backup:{Home}:backup-vault:{Host}")]
    [InlineData("aws:cloudfront/cachePolicy:CachePolicy", "cloudfront::123456789012:cache-policy/[0-9a-f-]{36}")]
    [InlineData("aws:elasticache/serverlessCache:ServerlessCache", $"elasticache:{Home}:serverlesscache:{Host}")]
    [InlineData("aws:cloudwatch/eventRule:EventRule", $"events:{Home}:rule/{Host}")]
    [InlineData("aws:wafv2/ipSet:IpSet", $"wafv2:{Home}:regional/ipset/{Host}/[0-9a-f-]{{36}}")]
    [InlineData("aws:appautoscaling/target:Target", $"application-autoscaling:{Home}:scalable-target/[0-9a-f]{{32}}")]
    public void An_ARN_has_the_form_of_its_service(string type, string form) => Of(type, "arn").ShouldMatch($"^arn:aws:{form}$");

    [Fact]
    public void What_an_input_says_is_in_the_ARN_as_it_is() => Of(
        "aws:s3/bucketObjectv2:BucketObjectv2", "arn", ("bucket", "shelf"), ("key", "{name}/{input.key}"))
        .ShouldBe("arn:aws:s3:::shelf/{name}/{input.key}");

    [Fact]
    public void A_resource_in_the_place_of_a_text_stands_for_its_id()
    {
        var shelf = new PropertyValue.Reference("urn:pulumi:test::shop::aws:s3/bucket:Bucket::shelf", new PropertyValue.Text("shelf-1"));

        ComputedOutputs.Of(At(Resource("aws:s3/bucketObjectv2:BucketObjectv2", ("bucket", shelf), ("key", new PropertyValue.Text("a.txt")))), "arn")
            .ShouldBe(new PropertyValue.Text("arn:aws:s3:::shelf-1/a.txt"));
    }

    [Theory]
    [InlineData("aws:rds/clusterInstance:ClusterInstance", "clusterIdentifier", "shop", "arn:aws:rds:*:db:things-*")]
    [InlineData("aws:rds/clusterEndpoint:ClusterEndpoint", "clusterEndpointIdentifier", "readers", "arn:aws:rds:*:cluster-endpoint:readers")]
    [InlineData("aws:elasticache/cluster:Cluster", "replicationGroupId", "group", "arn:aws:elasticache:*:cluster:things-*")]
    [InlineData("aws:rds/clusterInstance:ClusterInstance", "identifierPrefix", "reader-", "arn:aws:rds:*:db:reader-*")]
    [InlineData("aws:cloudwatch/eventRule:EventRule", "eventBusName", "orders", "arn:aws:events:*:rule/orders/things-*")]
    [InlineData("aws:imagebuilder/component:Component", "name", "Web Server", "arn:aws:imagebuilder:*:component/web-server/1.0.0/1")]
    [InlineData("aws:kms/replicaKey:ReplicaKey", "primaryKeyArn", "arn:aws:kms:us-east-1:123456789012:key/mrk-1", "arn:aws:kms:*:key/mrk-1")]
    public void A_thing_is_called_by_its_own_name(string type, string input, string value, string expected) =>
        Of(type, "arn", (input, value)).ShouldMatch($"^{Regex.Escape(expected).Replace("\\*", ".+", StringComparison.Ordinal)}$");

    [Theory]
    [InlineData("aws:rds/instance:Instance", "sqlserver-ex", 1433)]
    [InlineData("aws:rds/instance:Instance", "oracle-se2", 1521)]
    [InlineData("aws:rds/instance:Instance", "aurora-postgresql", 5432)]
    [InlineData("aws:docdb/cluster:Cluster", null, 27017)]
    [InlineData("aws:elasticache/cluster:Cluster", null, 6379)]
    public void A_store_answers_at_the_port_of_its_engine(string type, string? engine, int port) => ComputedOutputs
        .Of(At(engine is null ? Resource(type) : Resource(type, ("engine", new PropertyValue.Text(engine)))), "port").ShouldBe(new PropertyValue.Number(port));

    [Theory]
    [InlineData(true, "clustercfg.things-*")]
    [InlineData(false, "things-*.clustercfg.euc1.cache.amazonaws.com")]
    public void A_cluster_of_caches_answers_where_encryption_says(bool isEncrypted, string expected)
    {
        var group = Resource(
            "aws:elasticache/replicationGroup:ReplicationGroup",
            ("transitEncryptionEnabled", isEncrypted ? PropertyValue.Bool.True : PropertyValue.Bool.False));

        ComputedOutputs.Of(At(group), "configurationEndpointAddress").ShouldNotBeNull().ToString()
            .ShouldMatch($"^{Regex.Escape(expected).Replace("\\*", ".+", StringComparison.Ordinal)}$");
    }

    [Fact]
    public void A_cache_for_memcached_has_its_ports()
    {
        var cache = Resource("aws:elasticache/serverlessCache:ServerlessCache", ("engine", new PropertyValue.Text("memcached")));

        ComputedOutputs.Of(At(cache), "endpoints").ShouldNotBeNull().ToString().ShouldContain("port: 11211");
        ComputedOutputs.Of(At(cache), "readerEndpoints").ShouldNotBeNull().ToString().ShouldContain("port: 11212");
    }

    [Theory]
    [InlineData("us-east-1", "s3-website-us-east-1.amazonaws.com")]
    [InlineData("eu-central-1", "s3-website.eu-central-1.amazonaws.com")]
    [InlineData("cn-north-1", "s3-website.cn-north-1.amazonaws.com.cn")]
    public void The_oldest_regions_write_a_dash(string region, string expected) =>
        ComputedOutputs.Of(new(Resource("aws:s3/bucket:Bucket"), new(region, "123456789012")), "websiteDomain").ShouldBe(new PropertyValue.Text(expected));

    [Fact]
    public void Names_of_machines_in_the_first_region_are_shorter()
    {
        var box = new Subject(Resource("aws:ec2/instance:Instance"), new("us-east-1", "123456789012"));

        ComputedOutputs.Of(box, "publicDns").ShouldNotBeNull().ToString().ShouldMatch(@"^ec2-203-0-113-\d+\.compute-1\.amazonaws\.com$");
        ComputedOutputs.Of(box, "privateDns").ShouldNotBeNull().ToString().ShouldMatch(@"^ip-198-51-100-\d+\.ec2\.internal$");
    }

    [Fact]
    public void The_issuer_of_a_cluster_is_the_one_of_its_endpoint()
    {
        var id = Regex.Match(Of("aws:eks/cluster:Cluster", "endpoint"), "[0-9A-F]{32}").Value;

        Of("aws:eks/cluster:Cluster", "identities").ShouldBe($"[{{oidcs: [{{issuer: https://oidc.eks.eu-central-1.amazonaws.com/id/{id}}}]}}]");
    }

    [Fact]
    public void A_cache_has_as_many_nodes_as_were_asked_for()
    {
        var cache = Resource("aws:elasticache/cluster:Cluster",
            ("engine", new PropertyValue.Text("memcached")), ("numCacheNodes", new PropertyValue.Number(3)));

        var nodes = ComputedOutputs.Of(At(cache), "cacheNodes").ShouldBeOfType<PropertyValue.List>();

        nodes.Items.Count.ShouldBe(3);
        nodes.Items[2].ToString().ShouldContain(".0003.euc1.cache.amazonaws.com, id: 0003, port: 11211");
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void A_password_that_RDS_keeps_has_a_secret(bool keeps, int expected)
    {
        var database = Resource("aws:rds/instance:Instance", ("manageMasterUserPassword", keeps ? PropertyValue.Bool.True : PropertyValue.Bool.False));

        ComputedOutputs.Of(At(database), "masterUserSecrets").ShouldBeOfType<PropertyValue.List>().Items.Count.ShouldBe(expected);
    }

    public static TheoryData<string> Types => [.. ProviderSchema.Find("aws")!.Resources().Select(resource => resource.Token).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Types))]
    public void What_is_made_up_is_what_the_schema_says(string type)
    {
        var schema = Schemas.Resource(type).ShouldNotBeNull();
        var resource = Resource(type,
            ("numCacheNodes", new PropertyValue.Number(2)), ("manageMasterUserPassword", PropertyValue.Bool.True), ("streamEnabled", PropertyValue.Bool.True));
        var made = PropertyDictionary.Of(
            from output in schema.Outputs
            let value = ComputedOutputs.Of(At(resource), output.Key)
            where value is not null
            select KeyValuePair.Create(output.Key, value));

        new InputCheck(resource).Check(schema.Outputs, made, "").Select(finding => finding.Message)
            .Where(message => !Regex.IsMatch(message, "^[A-Za-z0-9]+ is required")).ShouldBeEmpty();
    }

    private static string Of(string type, string property, params (string Name, string Value)[] inputs) =>
        ComputedOutputs.Of(At(Resource(type, [.. inputs.Select(input => (input.Name, (PropertyValue)new PropertyValue.Text(input.Value)))])), property)
            .ShouldNotBeNull().ToString();

    private static Subject At(PreviewResource resource) => new(resource, new("eu-central-1", "123456789012"));

    private static PreviewResource Resource(string type, params (string Name, PropertyValue Value)[] inputs) => new()
    {
        Urn = $"urn:pulumi:test::shop::{type}::things",
        Type = type,
        Name = "things",
        Custom = true,
        Inputs = PropertyDictionary.Of(inputs.Select(input => KeyValuePair.Create(input.Name, input.Value))),
        Outputs = PropertyDictionary.Empty,
        Dependencies = [],
        PropertyDependencies = [],
        Options = new PreviewResourceOptions(),
    };
}

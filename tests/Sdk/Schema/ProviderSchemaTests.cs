using Infra.Sdk.Schema;

namespace Infra.Tests.Sdk.Schema;

public sealed class ProviderSchemaTests
{
    private const string ProviderText =
        """{ "provider": "shop", "version": "1.0.0", "compatibility": "tfbridge20", "namespaces": {}, "inputs": {}, "outputs": {} }""";

    [Fact]
    public void A_resource_has_its_inputs_outputs_and_flags()
    {
        var instance = ProviderSchema.Find("aws").ShouldNotBeNull().Resource("aws:rds/instance:Instance").ShouldNotBeNull();

        instance.Inputs["password"].Secret.ShouldBeTrue();
        instance.Inputs["instanceClass"].Required.ShouldBeTrue();
        instance.Inputs["allocatedStorage"].Type.ShouldBe(new TypeSchema.Primitive(PrimitiveKind.Integer));
        instance.Inputs["vpcSecurityGroupIds"].Type.ShouldBe(new TypeSchema.List(new TypeSchema.Primitive(PrimitiveKind.String)));
        instance.Outputs["endpoint"].Required.ShouldBeTrue();
        instance.Inputs.ContainsKey("endpoint").ShouldBeFalse();
    }

    [Fact]
    public void Former_tokens_of_a_resource_are_known()
    {
        ProviderSchema.Find("cloudflare")!.Resource("cloudflare:index/dnsRecord:DnsRecord")!.Aliases.ShouldBe(["cloudflare:index/record:Record"]);
    }

    [Fact]
    public void The_provider_is_a_resource_too()
    {
        var provider = ProviderSchema.Find("kubernetes")!.Resource("pulumi:providers:kubernetes").ShouldNotBeNull();

        provider.Inputs["kubeconfig"].CSharpName.ShouldBe("KubeConfig");
        provider.Inputs["kubeconfig"].DefaultFrom.ShouldBe(["KUBECONFIG"]);
    }

    [Fact]
    public void Functions_nested_types_and_enums_are_found_by_token()
    {
        var aws = ProviderSchema.Find("aws")!;

        aws.Function("aws:ec2/getAmi:getAmi")!.Outputs["id"].Required.ShouldBeTrue();
        aws.Type("aws:iam/PolicyStatement:PolicyStatement")!.Properties["Effect"].Type
            .ShouldBe(new TypeSchema.Enum("aws:iam/PolicyStatementEffect:PolicyStatementEffect"));
        aws.Enum("aws:iam/PolicyStatementEffect:PolicyStatementEffect")!.Values.ShouldBe([new EnumValue("ALLOW", "Allow"), new EnumValue("DENY", "Deny")]);
    }

    [Theory]
    [InlineData("aws:ec2/vpcc:Vpcc")]
    [InlineData("aws:ec2/getAmi:getAmi")]
    [InlineData("kubernetes:core/v1:ConfigMap")]
    [InlineData("awsx:ec2:Vpc")]
    [InlineData("Vpc")]
    [InlineData("")]
    public void Anything_else_is_no_resource_of_the_provider(string token) => ProviderSchema.Find("aws")!.Resource(token).ShouldBeNull();

    [Fact]
    public void An_unknown_provider_has_no_schema() => ProviderSchema.Find("azure").ShouldBeNull();

    [Fact]
    public void Reading_a_resource_and_its_own_nested_types_opens_one_file()
    {
        var files = new CountedFiles();
        var aws = ProviderSchema.Open("aws", files)!;
        files.Opened.Clear();

        aws.Resource("aws:ec2/flowLog:FlowLog").ShouldNotBeNull();
        aws.Resource("aws:ec2/flowLog:FlowLog").ShouldNotBeNull();
        aws.Type("aws:ec2/FlowLogDestinationOptions:FlowLogDestinationOptions").ShouldNotBeNull();

        files.Opened.ShouldBe(["aws/ec2/FlowLog.json"]);
    }

    [Fact]
    public void A_shared_type_is_one_more_file()
    {
        var files = new CountedFiles();
        var aws = ProviderSchema.Open("aws", files)!;
        files.Opened.Clear();

        aws.Type("aws:iam/PolicyStatement:PolicyStatement").ShouldNotBeNull();

        files.Opened.ShouldBe(["aws/types/iam/PolicyStatement.json"]);
    }

    [Fact]
    public void A_nested_type_is_found_even_if_nobody_has_read_its_owner()
    {
        var aws = ProviderSchema.Open("aws", SchemaFiles.Embedded)!;

        aws.Type("aws:ec2/FlowLogDestinationOptions:FlowLogDestinationOptions").ShouldNotBeNull();
    }

    [Fact]
    public void Concurrent_readers_see_the_same_schema()
    {
        var aws = ProviderSchema.Open("aws", SchemaFiles.Embedded)!;
        var tokens = ProviderSchema.Find("aws")!.Resources().Select(resource => resource.Token).ToList();
        var read = new ResourceSchema?[8][];

        Parallel.For(0, read.Length, i => read[i] = [.. tokens.Select(aws.Resource)]);

        read.ShouldAllBe(list => list.SequenceEqual(read[0], ReferenceEqualityComparer.Instance));
        read[0].ShouldNotContain((ResourceSchema?)null);
    }

    [Theory]
    [InlineData("{", "shop/index/Thing.json")]
    [InlineData("""{ "resource": "shop:index/thing:Thing", "inputs": { "size": "strin" } }""", "'strin' is not a type")]
    [InlineData("""{ "resource": "shop:index/thing:Thing", "inputs": { "size": "string needed" } }""", "'needed' is not a flag")]
    public void A_malformed_file_is_reported_with_its_name(string text, string expected)
    {
        var files = new CountedFiles(new() { ["shop/provider.json"] = ProviderText, ["shop/index/Thing.json"] = text });

        var error = Should.Throw<InvalidDataException>(() => ProviderSchema.Open("shop", files)!.Resource("shop:index/thing:Thing"));

        error.Message.ShouldContain("shop/index/Thing.json");
        error.Message.ShouldContain(expected);
    }
}

using Google.Protobuf.WellKnownTypes;
using Infra.Policies;
using Infra.Policies.Deployment;
using Infra.Rpc.Messages;

namespace Infra.Tests.Policies.Deployment;

public sealed class TwoProvidersTests
{
    [Theory]
    [InlineData("aws:sqs/queue:Queue", "name", Verdict.Undetermined)]
    [InlineData("aws:iam/role:Role", "name", Verdict.Undetermined)]
    [InlineData("aws:s3/bucket:Bucket", "bucket", Verdict.Fail)]
    public void A_name_may_be_free_where_another_provider_leads(string type, string property, Verdict verdict)
    {
        var program = new SampleProgram()
            .Add(type, "first", $$"""{ "{{property}}": "orders" }""").Add(type, "second", $$"""{ "{{property}}": "orders" }""");

        new NamesAreGivenOnce().Check(LastElsewhere(program)).ShouldHaveSingleItem().Verdict.ShouldBe(verdict);
    }

    [Theory]
    [InlineData("us-east-1", new Verdict[0])]
    [InlineData("eu-central-1", new[] { Verdict.Undetermined })]
    public void A_name_is_free_where_another_provider_leads_to_another_region(string region, Verdict[] verdicts)
    {
        var resources = new SampleProgram().Add("aws:sqs/queue:Queue", "first", """{ "name": "orders", "region": "eu-central-1" }""")
            .Add("aws:sqs/queue:Queue", "second", """{ "name": "orders" }""").Resources().Select(resource => resource.Clone()).ToList();
        resources[^1].Provider = Provider(region);

        new NamesAreGivenOnce().Check(ResourceGraph.From(resources)).Select(finding => finding.Verdict).ShouldBe(verdicts);
    }

    [Fact]
    public void Addresses_of_another_provider_are_perhaps_of_another_account()
    {
        var program = Enumerable.Range(1, 6).Aggregate(new SampleProgram(), (program, number) => program.Add("aws:ec2/eip:Eip", $"nat-{number}"));

        new ElasticAddressesFitTheQuota().Check(program.Graph()).ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Fail);
        new ElasticAddressesFitTheQuota().Check(LastElsewhere(program)).ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Undetermined);
    }

    [Fact]
    public void Addresses_of_providers_of_two_regions_have_a_quota_each()
    {
        var resources = Enumerable.Range(1, 6).Aggregate(new SampleProgram(), (program, number) => program.Add("aws:ec2/eip:Eip", $"nat-{number}"))
            .Resources().Select(resource => resource.Clone()).ToList();
        foreach (var (index, resource) in resources.Index())
            resource.Provider = Provider(index < 3 ? "eu-central-1" : "us-east-1");

        new ElasticAddressesFitTheQuota().Check(ResourceGraph.From(resources)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("aws:wafv2/webAcl:WebAcl", """{ "scope": "CLOUDFRONT" }""")]
    [InlineData("aws:cloudwatch/metricAlarm:MetricAlarm", """{ "namespace": "AWS/CloudFront" }""")]
    public void What_belongs_in_Virginia_is_there_also_if_only_its_provider_says_where_it_is(string type, string json)
    {
        PolicyPack.Essential.Check(In("us-east-1")).ShouldNotContain(finding => finding.Property == "region");
        PolicyPack.Essential.Check(In("eu-central-1")).ShouldContain(finding => finding.Property == "region" && finding.Verdict == Verdict.Fail);

        ResourceGraph In(string region)
        {
            var resource = new SampleProgram().Add(type, "it", json).Resources().Single().Clone();
            resource.Provider = Provider(region);
            return ResourceGraph.From([resource]);
        }
    }

    private static AnalyzerProviderResource Provider(string region) => new()
    {
        Urn = $"urn:pulumi:dev::infra::pulumi:providers:aws::{region}",
        Properties = new() { Fields = { ["region"] = Value.ForString(region) } },
    };

    private static ResourceGraph LastElsewhere(SampleProgram program)
    {
        var resources = program.Resources().Select(resource => resource.Clone()).ToList();
        resources[^1].Provider = new AnalyzerProviderResource { Urn = "urn:pulumi:dev::infra::pulumi:providers:aws::elsewhere" };
        return ResourceGraph.From(resources, _ => null);
    }
}

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

    [Fact]
    public void Addresses_of_another_provider_are_perhaps_of_another_account()
    {
        var program = Enumerable.Range(1, 6).Aggregate(new SampleProgram(), (program, number) => program.Add("aws:ec2/eip:Eip", $"nat-{number}"));

        new ElasticAddressesFitTheQuota().Check(program.Graph()).ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Fail);
        new ElasticAddressesFitTheQuota().Check(LastElsewhere(program)).ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Undetermined);
    }

    private static ResourceGraph LastElsewhere(SampleProgram program)
    {
        var resources = program.Resources().Select(resource => resource.Clone()).ToList();
        resources[^1].Provider = new AnalyzerProviderResource { Urn = "urn:pulumi:dev::infra::pulumi:providers:aws::elsewhere" };
        return ResourceGraph.From(resources, _ => null);
    }
}

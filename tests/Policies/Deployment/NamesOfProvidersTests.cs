using Infra.Policies;
using Infra.Policies.Deployment;
using Infra.Rpc.Messages;

namespace Infra.Tests.Policies.Deployment;

public sealed class NamesOfProvidersTests
{
    [Theory]
    [InlineData("aws:sqs/queue:Queue", "name", Verdict.Undetermined)]
    [InlineData("aws:iam/role:Role", "name", Verdict.Undetermined)]
    [InlineData("aws:s3/bucket:Bucket", "bucket", Verdict.Fail)]
    public void A_name_may_be_free_where_another_provider_leads(string type, string property, Verdict verdict)
    {
        var program = new SampleProgram()
            .Add(type, "first", $$"""{ "{{property}}": "orders" }""").Add(type, "second", $$"""{ "{{property}}": "orders" }""");
        var resources = program.Resources().Select(resource => resource.Clone()).ToList();
        resources[1].Provider = new AnalyzerProviderResource { Urn = "urn:pulumi:dev::infra::pulumi:providers:aws::elsewhere" };

        var findings = new NamesAreGivenOnce().Check(ResourceGraph.From(resources, _ => null));

        findings.ShouldHaveSingleItem().Verdict.ShouldBe(verdict);
    }
}

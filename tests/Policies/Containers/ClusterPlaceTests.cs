using Infra.Policies;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;

namespace Infra.Tests.Policies.Containers;

/// <summary>Where an object is put is not only its own word: its provider has a namespace and a cluster, and a file has the objects that it holds.</summary>
public sealed class ClusterPlaceTests
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string Budget = "kubernetes:policy/v1:PodDisruptionBudget";
    private const string File = "kubernetes:yaml:ConfigFile";
    private const string Placing = "k8s-no-default-namespace";
    private const string Denying = "k8s-netpol-default-deny";
    private const string Evicting = "k8s-min-replicas-and-pdb";

    private static SampleProgram Web => new SampleProgram()
        .Add(Deployment, "web", """{ "spec": { "replicas": 2, "template": { "metadata": { "labels": { "app": "web" } } } } }""");

    private static SampleProgram WebWithBudget => Web
        .Add(Budget, "budget", """{ "spec": { "maxUnavailable": 1, "selector": { "matchLabels": { "app": "web" } } } }""");

    [Theory]
    [InlineData("shop", Verdict.Pass)]
    [InlineData("default", Verdict.Fail)]
    [InlineData("", Verdict.Fail)]
    [InlineData(SpecialValues.Unknown, Verdict.Undetermined)]
    public void The_namespace_of_a_provider_is_that_of_its_objects(string name, Verdict expected) =>
        VerdictOf(Placing, Web, resource => resource.Provider = Provider("one", name)).ShouldBe(expected);

    [Fact]
    public void What_an_object_says_goes_before_its_provider()
    {
        var web = new SampleProgram().Add(Deployment, "web", """{ "metadata": { "namespace": "default" } }""");

        VerdictOf(Placing, web, resource => resource.Provider = Provider("one", "shop")).ShouldBe(Verdict.Fail);
    }

    [Fact]
    public void A_budget_of_the_same_provider_is_one_of_the_same_cluster() =>
        VerdictOf(Evicting, WebWithBudget, resource => resource.Provider = Provider("one", "shop")).ShouldBe(Verdict.Pass);

    [Fact]
    public void A_budget_of_another_provider_is_perhaps_one_of_another_cluster() =>
        VerdictOf(Evicting, WebWithBudget, resource => resource.Provider = Provider(resource.Name, "shop")).ShouldBe(Verdict.Undetermined);

    [Fact]
    public void A_namespace_of_the_same_name_is_perhaps_one_of_another_cluster()
    {
        var program = new SampleProgram().Add("kubernetes:core/v1:Namespace", "shop", """{ "metadata": { "name": "shop" } }""")
            .Add("kubernetes:networking.k8s.io/v1:NetworkPolicy", "deny", """{ "metadata": { "namespace": "shop" }, "spec": { "podSelector": {} } }""")
            .Add(Deployment, "web", """{ "metadata": { "namespace": "shop" } }""");

        VerdictOf(Denying, program, resource => resource.Provider = Provider("one", "")).ShouldBe(Verdict.Pass);
        VerdictOf(Denying, program, resource => resource.Provider = Provider(resource.Name == "web" ? "two" : "one", "")).ShouldBe(Verdict.Undetermined);
    }

    [Fact]
    public void A_file_whose_objects_are_seen_hides_none()
    {
        var program = Web.Add(File, "more");

        VerdictOf(Evicting, program, _ => { }).ShouldBe(Verdict.Undetermined);
        VerdictOf(Evicting, program, resource => resource.Parent = resource.Type == File ? "" : SampleProgram.Urn(File, "more")).ShouldBe(Verdict.Fail);
    }

    private static Verdict VerdictOf(string id, SampleProgram program, Action<AnalyzerResource> change)
    {
        List<AnalyzerResource> resources = [.. program.Resources().Select(resource => resource.Clone())];
        resources.ForEach(change);
        var rule = PolicyPack.Essential.Rules.Single(rule => rule.Id == id);
        return RuleCases.VerdictOf([.. rule.Check(ResourceGraph.From(resources))]);
    }

    private static AnalyzerProviderResource Provider(string name, string place) => new()
    {
        Type = "pulumi:providers:kubernetes",
        Urn = SampleProgram.Urn("pulumi:providers:kubernetes", name),
        Name = name,
        Properties = new() { Fields = { ["namespace"] = Google.Protobuf.WellKnownTypes.Value.ForString(place) } },
    };
}

using Infra.Policies;

namespace Infra.Tests.Policies.Containers;

/// <summary>The same objects in each of many namespaces: every one has the name and the labels of all others.</summary>
public sealed class ManyTenantsTests
{
    [Fact]
    public void Each_is_judged_by_the_objects_of_its_own_namespace()
    {
        var program = Enumerable.Range(0, 50).Aggregate(new SampleProgram(), Add).Without("budget7").Without("policy9");

        Found(program, "k8s-min-replicas-and-pdb").ShouldBe(["web7"]);
        Found(program, "k8s-netpol-default-deny").ShouldContain("namespace9");
        Found(program, "k8s-netpol-default-deny").ShouldNotContain("namespace8");
    }

    private static IEnumerable<string> Found(SampleProgram program, string rule)
    {
        var graph = program.Graph();
        return PolicyPack.Essential.Rules.Single(each => each.Id == rule).Check(graph)
            .Where(finding => finding.Verdict == Verdict.Fail).Select(finding => finding.Urn.Split("::")[^1]);
    }

    private static SampleProgram Add(SampleProgram program, int tenant)
    {
        var metadata = $$""" "metadata": { "name": "web", "namespace": "tenant{{tenant}}" } """;
        return program.Add("kubernetes:core/v1:Namespace", $"namespace{tenant}", $$"""{ "metadata": { "name": "tenant{{tenant}}" } }""")
            .Add("kubernetes:apps/v1:Deployment", $"web{tenant}", $$"""
                { {{metadata}}, "spec": { "template":
                  { "metadata": { "labels": { "app": "web" } }, "spec": { "serviceAccountName": "web", "containers": [{ "name": "web" }] } } } }
                """)
            .Add("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", $"scaler{tenant}",
                $$"""{ {{metadata}}, "spec": { "minReplicas": 2, "scaleTargetRef": { "kind": "Deployment", "name": "web" } } }""")
            .Add("kubernetes:policy/v1:PodDisruptionBudget", $"budget{tenant}",
                $$"""{ {{metadata}}, "spec": { "minAvailable": 1, "selector": { "matchLabels": { "app": "web" } } } }""")
            .Add("kubernetes:networking.k8s.io/v1:NetworkPolicy", $"policy{tenant}", $$"""{ {{metadata}}, "spec": { "podSelector": {} } }""")
            .Add("kubernetes:core/v1:ServiceAccount", $"account{tenant}", $$"""{ {{metadata}} }""")
            .Add("kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", $"binding{tenant}",
                $$"""{ {{metadata}}, "subjects": [{ "kind": "ServiceAccount", "name": "web", "namespace": "tenant{{tenant}}" }] }""")
            .Add("kubernetes:core/v1:Service", $"service{tenant}", $$"""{ {{metadata}}, "spec": { "selector": { "app": "web" } } }""");
    }
}

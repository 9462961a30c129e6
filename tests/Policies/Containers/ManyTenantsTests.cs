using System.Diagnostics;
using Infra.Policies;

namespace Infra.Tests.Policies.Containers;

/// <summary>The same objects in each of many namespaces: every one has the name and the labels of all others.</summary>
public sealed class ManyTenantsTests
{
    private const int Tenants = 500;

    // Comparing each with all others takes minutes.
    [Fact]
    public void Many_namespaces_with_the_same_names_are_judged_quickly()
    {
        var graph = Enumerable.Range(0, Tenants).Aggregate(new SampleProgram(), Add).Graph();
        var clock = Stopwatch.StartNew();

        var findings = PolicyPack.Essential.Rules.Where(rule => rule.Id.StartsWith("k8s-", StringComparison.Ordinal))
            .SelectMany(rule => rule.Check(graph)).Select(finding => finding.Rule).Distinct();

        findings.ShouldNotContain("k8s-min-replicas-and-pdb");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
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

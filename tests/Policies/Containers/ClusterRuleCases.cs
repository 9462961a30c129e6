using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Containers;

/// <summary>Rules about what the objects of a cluster are to each other: copies, budgets, zones, namespaces and network policies.</summary>
internal static class ClusterRuleCases
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string Budget = "kubernetes:policy/v1:PodDisruptionBudget";
    private const string Scaler = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";
    private const string Policy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
    private const string Namespace = "kubernetes:core/v1:Namespace";
    private const string Release = "kubernetes:helm.sh/v3:Release";

    private const string Evicting = "k8s-min-replicas-and-pdb";
    private const string Spreading = "k8s-spread";
    private const string Denying = "k8s-netpol-default-deny";

    private const string Web = """ "matchLabels": { "app": "web" } """;
    private const string Zone = """ "topologyKey": "topology.kubernetes.io/zone" """;

    public static IEnumerable<RuleCase> All => [.. Budgets, .. Scaled, .. Zones, .. Namespaces, .. Openings];

    private static IEnumerable<RuleCase> Budgets =>
    [
        Passes(Evicting, "one copy needs none", Copies("1")),
        Passes(Evicting, "one may go", Copies("3").Add(Budget, "it", Keeps(""" "maxUnavailable": 1 """))),
        Passes(Evicting, "a hundredth may go, which is one", Copies("3").Add(Budget, "it", Keeps(""" "maxUnavailable": "1%" """))),
        Passes(Evicting, "all but one stay", Copies("3").Add(Budget, "it", Keeps(""" "minAvailable": 2 """))),
        Passes(Evicting, "half of them stay, rounded up", Copies("3").Add(Budget, "it", Keeps(""" "minAvailable": "50%" """))),
        Passes(Evicting, "none must stay", Copies("3").Add(Budget, "it", Keeps(""" "minAvailable": 0 """))),
        Passes(Evicting, "scaled to nothing", Copies("0").Add(Budget, "it", Keeps(""" "minAvailable": 1 """))),
        Passes(Evicting, "a budget of everything in the namespace", Copies("3").Add(Budget, "it", """{ "spec": { "selector": {}, "maxUnavailable": 1 } }""")),
        Passes(Evicting, "selected by an expression", Copies("3").Add(Budget, "it", Selecting("app", "In", """ "values": ["web", "api"] """))),
        Passes(Evicting, "selected by not being another", Copies("3").Add(Budget, "it", Selecting("app", "NotIn", """ "values": ["api"] """))),
        Passes(Evicting, "selected by having a label", Copies("3").Add(Budget, "it", Selecting("app", "Exists"))),
        Passes(Evicting, "selected by having no label", Copies("3").Add(Budget, "it", Selecting("tier", "DoesNotExist"))),
        Fails(Evicting, "no budget", Copies("3")),
        Fails(Evicting, "a budget of other pods",
            Copies("3").Add(Budget, "it", """{ "spec": { "maxUnavailable": 1, "selector": { "matchLabels": { "app": "api" } } } }""")),
        Fails(Evicting, "a budget of no pods", Copies("3").Add(Budget, "it", """{ "spec": { "maxUnavailable": 1 } }""")),
        Fails(Evicting, "an expression of other pods", Copies("3").Add(Budget, "it", Selecting("app", "In", """ "values": ["api"] """))),
        Fails(Evicting, "an expression that excludes them", Copies("3").Add(Budget, "it", Selecting("app", "NotIn", """ "values": ["web"] """))),
        Fails(Evicting, "an expression for those without the label", Copies("3").Add(Budget, "it", Selecting("app", "DoesNotExist"))),
        Fails(Evicting, "an expression for those with another label", Copies("3").Add(Budget, "it", Selecting("tier", "Exists"))),
        Fails(Evicting, "a budget in another namespace", Copies("3", """ "namespace": "shop" """)
            .Add(Budget, "it", $$"""{ "metadata": { "namespace": "blog" }, "spec": { "maxUnavailable": 1, "selector": { {{Web}} } } }""")),
        Fails(Evicting, "none may go", Copies("3").Add(Budget, "it", Keeps(""" "maxUnavailable": 0 """)), "spec.maxUnavailable"),
        Fails(Evicting, "none of a hundred may go", Copies("3").Add(Budget, "it", Keeps(""" "maxUnavailable": "0%" """)), "spec.maxUnavailable"),
        Fails(Evicting, "all must stay", Copies("3").Add(Budget, "it", Keeps(""" "minAvailable": 3 """)), "spec.minAvailable"),
        Fails(Evicting, "all of them must stay, in words", new SampleProgram().Add(Budget, "it", Keeps(""" "minAvailable": "100%" """)), "spec.minAvailable"),
        Fails(Evicting, "nine of ten must stay, of five", Copies("5").Add(Budget, "it", Keeps(""" "minAvailable": "90%" """)), "spec.minAvailable"),
        Fails(Evicting, "the only one must stay", Copies("1").Add(Budget, "it", Keeps(""" "minAvailable": 1 """)), "spec.minAvailable"),
        Fails(Evicting, "it says nothing", Copies("3").Add(Budget, "it", $$"""{ "spec": { "selector": { {{Web}} } } }"""), "spec"),
        Fails(Evicting, "two budgets",
            Copies("3").Add(Budget, "one", Keeps(""" "maxUnavailable": 1 """)).Add(Budget, "two", Keeps(""" "maxUnavailable": 1 """))),
        Fails(Evicting, "a chart in another namespace", Copies("3", """ "namespace": "shop" """).Add(Release, "nginx", """{ "namespace": "ingress" }""")),
        IsOpen(Evicting, "a chart in the same namespace", Copies("3", """ "namespace": "shop" """).Add(Release, "nginx", """{ "namespace": "shop" }""")),
        Passes(Evicting, "a budget of everything, pods without labels included", new SampleProgram()
            .Add(Deployment, "web", """{ "spec": { "replicas": 3 } }""").Add(Budget, "it", """{ "spec": { "selector": {}, "maxUnavailable": 1 } }""")),
        IsOpen(Evicting, "a budget in a namespace that the kubeconfig may mean", Copies("3")
            .Add(Budget, "it", $$"""{ "metadata": { "namespace": "shop" }, "spec": { "maxUnavailable": 1, "selector": { {{Web}} } } }""")),
        IsOpen(Evicting, "a budget in the namespace that the kubeconfig means", Copies("3", """ "namespace": "shop" """)
            .Add(Budget, "it", Keeps(""" "maxUnavailable": 1 """))),
        IsOpen(Evicting, "files that nobody reads", Copies("3").Add("kubernetes:yaml/v2:ConfigFile", "more", "{}")),
        IsOpen(Evicting, "how many there are is not known", Copies("\"<unknown>\"")),
        IsOpen(Evicting, "how many there are is not known to a budget", Copies("\"<unknown>\"").Add(Budget, "it", Keeps(""" "minAvailable": 2 """))),
        IsOpen(Evicting, "a budget of pods that are not here", new SampleProgram().Add(Budget, "it", Keeps(""" "minAvailable": 2 """))),
        IsOpen(Evicting, "an expression in words of tomorrow", Copies("3").Add(Budget, "it", Selecting("app", "Like", """ "values": ["w*"] """))),
        IsOpen(Evicting, "perhaps two budgets", Copies("3").Add(Budget, "one", Keeps(""" "maxUnavailable": 1 """))
            .Add(Budget, "two", """{ "spec": { "maxUnavailable": 1, "selector": "<unknown>" } }""")),
    ];

    private static IEnumerable<RuleCase> Scaled =>
    [
        Fails(Evicting, "scaled to two at least", Copies("1").Add(Scaler, "it", Scales("web", """ "minReplicas": 2, """))),
        Passes(Evicting, "scaled to one at least, by default", Copies("3").Add(Scaler, "it", Scales("web"))),
        Fails(Evicting, "another one is scaled", Copies("3").Add(Scaler, "it", Scales("api"))),
        Fails(Evicting, "another kind is scaled", Copies("3").Add(Scaler, "it", Scales("web").Replace("Deployment", "StatefulSet", StringComparison.Ordinal))),
        Fails(Evicting, "scaled, by what it was computed from", Copies("1").Add(Scaler, "it", Scales("<unknown:web>", """ "minReplicas": 2, """))),
        IsOpen(Evicting, "what is scaled is not known", Copies("3").Add(Scaler, "it", Scales("<unknown>"))),
        Fails(Spreading, "scaled to two at least", Copies("1").Add(Scaler, "it", Scales("web", """ "minReplicas": 2, """))),
    ];

    private static IEnumerable<RuleCase> Zones =>
    [
        Passes(Spreading, "one copy", Copies("1")),
        Passes(Spreading, "over zones", Spread($$""" "topologySpreadConstraints": [{ {{Zone}}, "labelSelector": { {{Web}} } }] """)),
        Passes(Spreading, "over machines and zones", Spread($$"""
             "topologySpreadConstraints":
               [{ "topologyKey": "kubernetes.io/hostname", "labelSelector": { {{Web}} } }, { {{Zone}}, "labelSelector": { {{Web}} } }]
            """)),
        Passes(Spreading, "apart from each other", Spread($$"""
             "affinity": { "podAntiAffinity": { "requiredDuringSchedulingIgnoredDuringExecution": [{ {{Zone}}, "labelSelector": { {{Web}} } }] } }
            """)),
        Passes(Spreading, "apart from each other if that is possible", Spread($$"""
             "affinity": { "podAntiAffinity": { "preferredDuringSchedulingIgnoredDuringExecution":
               [{ "weight": 1, "podAffinityTerm": { {{Zone}}, "labelSelector": { {{Web}} } } }] } }
            """)),
        Passes(Spreading, "on every machine", new SampleProgram().Add("kubernetes:apps/v1:DaemonSet", "it", """{ "spec": { "template": { "spec": {} } } }""")),
        Fails(Spreading, "anywhere", Copies("2"), "spec.template.spec.topologySpreadConstraints"),
        Fails(Spreading, "over machines",
            Spread($$""" "topologySpreadConstraints": [{ "topologyKey": "kubernetes.io/hostname", "labelSelector": { {{Web}} } }] """)),
        Fails(Spreading, "of other pods", Spread($$""" "topologySpreadConstraints": [{ {{Zone}}, "labelSelector": { "matchLabels": { "app": "api" } } }] """)),
        Fails(Spreading, "of no pods", Spread($$""" "topologySpreadConstraints": [{ {{Zone}} }] """)),
        IsOpen(Spreading, "not known", Spread(""" "topologySpreadConstraints": "<unknown>" """)),
        IsOpen(Spreading, "over what is not known",
            Spread($$""" "topologySpreadConstraints": [{ "topologyKey": "<unknown>", "labelSelector": { {{Web}} } }] """)),
        IsOpen(Spreading, "how many there are is not known", Copies("\"<unknown>\"")),
    ];

    private static IEnumerable<RuleCase> Namespaces =>
    [
        Passes(Denying, "nothing is let in", Shop().Add(Policy, "deny", In("shop", """ "podSelector": {}, "policyTypes": ["Ingress", "Egress"] """))),
        Passes(Denying, "nothing is let in, in few words", Shop().Add(Policy, "deny", In("shop", ""))),
        Passes(Denying, "what is meant is let in", Shop().Add(Policy, "deny", In("shop", ""))
            .Add(Policy, "web", In("shop", $$""" "podSelector": { {{Web}} }, "ingress": [{ "ports": [{ "port": 8080 }] }] """))),
        Passes(Denying, "its own pods are let in",
            Shop().Add(Policy, "deny", In("shop", """ "podSelector": {}, "ingress": [{ "from": [{ "podSelector": {} }] }] """))),
        Passes(Denying, "the namespace is named by its resource", Shop("<unknown:shop>").Add(Policy, "deny", In("<unknown:shop>", ""))),
        Passes(Denying, "no pods", new SampleProgram().Add(Namespace, "shop")),
        Fails(Denying, "no policy", Shop()),
        Fails(Denying, "a policy of another namespace", Shop().Add(Policy, "deny", In("blog", ""))),
        Fails(Denying, "a policy of some pods", Shop().Add(Policy, "web", In("shop", $$""" "podSelector": { {{Web}} } """))),
        Fails(Denying, "a policy of what leaves", Shop().Add(Policy, "deny", In("shop", """ "policyTypes": ["Egress"] """))),
        IsOpen(Denying, "a namespace of somebody else", new SampleProgram().Add(Deployment, "web", """{ "metadata": { "namespace": "shop" } }""")),
        IsOpen(Denying, "a namespace of the kubeconfig", new SampleProgram().Add(Deployment, "web", """{ "spec": { "replicas": 1 } }""")),
        IsOpen(Denying, "which namespace is not known", Shop("<unknown>")),
        IsOpen(Denying, "which pods is not known", Shop().Add(Policy, "deny", In("shop", """ "podSelector": "<unknown>" """))),
        IsOpen(Denying, "a policy of the network plugin", Shop().Add("kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy", "deny")),
        IsOpen(Denying, "a chart in the namespace", Shop().Add(Release, "policies", """{ "namespace": "shop" }""")),
        Fails(Denying, "a chart in another namespace", Shop().Add(Release, "nginx", """{ "namespace": "ingress" }""")),
    ];

    private static IEnumerable<RuleCase> Openings =>
    [
        .. Of(Denying, Policy,
            (Pass, "everyone at a port", """{ "spec": { "ingress": [{ "ports": [{ "port": 443 }] }] } }"""),
            (Pass, "a network at every port", """{ "spec": { "ingress": [{ "from": [{ "ipBlock": { "cidr": "10.0.0.0/16" } }] }] } }"""),
            (Pass, "some pods of every namespace", $$"""{ "spec": { "ingress": [{ "from": [{ "namespaceSelector": {}, "podSelector": { {{Web}} } }] }] } }"""),
            (Pass, "it is about what leaves", """{ "spec": { "policyTypes": ["Egress"], "ingress": [{}] } }"""),
            (Fail, "everyone", """{ "spec": { "policyTypes": ["Ingress"], "ingress": [{}] } }"""),
            (Fail, "everyone, in an empty list", """{ "spec": { "ingress": [{ "from": [], "ports": [] }] } }"""),
            (Fail, "everyone, at every port of a protocol", """{ "spec": { "ingress": [{ "ports": [{ "protocol": "TCP" }] }] } }"""),
            (Fail, "everyone, from the first port to the last", """{ "spec": { "ingress": [{ "ports": [{ "port": 1, "endPort": 65535 }] }] } }"""),
            (Pass, "everyone, at some ports", """{ "spec": { "ingress": [{ "ports": [{ "port": 8000, "endPort": 8999 }] }] } }"""),
            (Undetermined, "at which port is not known", """{ "spec": { "ingress": [{ "ports": [{ "port": "<unknown>" }] }] } }"""),
            (Fail, "every address", """{ "spec": { "ingress": [{ "from": [{ "ipBlock": { "cidr": "0.0.0.0/0" } }] }] } }"""),
            (Fail, "half of all addresses", """{ "spec": { "ingress": [{ "from": [{ "ipBlock": { "cidr": "128.0.0.0/1" } }] }] } }"""),
            (Fail, "every namespace", """{ "spec": { "ingress": [{ "from": [{ "namespaceSelector": {} }] }] } }"""),
            (Undetermined, "whom is not known", """{ "spec": { "ingress": [{ "from": [{ "ipBlock": { "cidr": "<unknown>" } }] }] } }"""),
            (Undetermined, "the rules are not known", """{ "spec": { "ingress": "<unknown>" } }""")),
    ];

    private static SampleProgram Copies(string replicas, string place = "") => new SampleProgram().Add(Deployment, "web",
        $$"""
        { "metadata": { "name": "web"{{(place.Length == 0 ? "" : $",{place}")}} },
          "spec": { "replicas": {{replicas}}, "template": { "metadata": { "labels": { "app": "web" } }, "spec": { "containers": [] } } } }
        """);

    private static SampleProgram Spread(string pod) => new SampleProgram().Add(Deployment, "web",
        $$"""{ "spec": { "replicas": 3, "template": { "metadata": { "labels": { "app": "web" } }, "spec": { {{pod}} } } } }""");

    private static string Keeps(string what) => $$"""{ "spec": { "selector": { {{Web}} }, {{what}} } }""";

    private static string Selecting(string key, string word, string values = """ "values": [] """) =>
        $$"""{ "spec": { "maxUnavailable": 1, "selector": { "matchExpressions": [{ "key": "{{key}}", "operator": "{{word}}", {{values}} }] } } }""";

    private static string Scales(string name, string more = "") =>
        $$"""{ "spec": { {{more}} "maxReplicas": 9, "scaleTargetRef": { "kind": "Deployment", "name": "{{name}}" } } }""";

    private static SampleProgram Shop(string named = "shop") => new SampleProgram().Add(Namespace, "shop", """{ "metadata": { "name": "shop" } }""")
        .Add(Deployment, "web", $$"""{ "metadata": { "namespace": "{{named}}" }, "spec": { "replicas": 1 } }""");

    private static string In(string place, string spec) => $$"""{ "metadata": { "namespace": "{{place}}" }, "spec": { {{spec}} } }""";
}

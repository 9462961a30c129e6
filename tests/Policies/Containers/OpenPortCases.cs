using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Containers;

internal static class OpenPortCases
{
    private const string Rule = "k8s-internet-web-ports-only";
    private const string ServiceType = "kubernetes:core/v1:Service";
    private const string IngressType = "kubernetes:networking.k8s.io/v1:Ingress";

    private const string Mysql = """ "ports": [{ "port": 443 }, { "port": 3306 }] """;
    private const string Internal = """ "service.beta.kubernetes.io/aws-load-balancer-internal": "true" """;
    private const string InternalScheme = """ "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal" """;
    private const string PublicScheme = """ "service.beta.kubernetes.io/aws-load-balancer-scheme": "internet-facing" """;
    private const string External = """ "service.beta.kubernetes.io/aws-load-balancer-type": "external" """;

    private const string Groups = """ "service.beta.kubernetes.io/aws-load-balancer-security-groups": "sg-0a1b2c3d" """;
    private const string ExtraGroups = """ "service.beta.kubernetes.io/aws-load-balancer-extra-security-groups": "sg-0a1b2c3d" """;
    private const string PrefixLists = """ "service.beta.kubernetes.io/aws-load-balancer-security-group-prefix-lists": "pl-0a1b2c3d" """;

    public static IEnumerable<RuleCase> All =>
    [
        .. Of(Rule, ServiceType,
            (Pass, "within the cluster", $$"""{ "spec": { "type": "ClusterIP", {{Mysql}} } }"""),
            (Pass, "the web", Balancer(""" "ports": [{ "port": 80 }, { "port": 443 }] """, PublicScheme)),
            (Pass, "internal", Balancer(Mysql, Internal)),
            (Pass, "internal, both ways", Balancer(Mysql, $"{Internal}, {InternalScheme}")),
            (Pass, "internal, said to a controller that listens", Balancer(Mysql, $"{InternalScheme}, {External}")),
            (Pass, "internal, said to the controller of a class", Balancer($""" {Mysql}, "loadBalancerClass": "service.k8s.aws/nlb" """, InternalScheme)),
            (Pass, "for an office", Balancer($$""" {{Mysql}}, "loadBalancerSourceRanges": ["203.0.113.8/32"] """, PublicScheme)),
            (Pass, "for private addresses", Balancer($$""" {{Mysql}}, "loadBalancerSourceRanges": ["10.0.0.0/8"] """, PublicScheme)),
            (Pass, "for an office, said by an annotation", Balancer(Mysql, $"{PublicScheme}, {From("203.0.113.8/32, 10.0.0.0/8")}")),
            (Pass, "the list goes before the annotation",
                Balancer($$""" {{Mysql}}, "loadBalancerSourceRanges": ["10.0.0.0/8"] """, $"{PublicScheme}, {From("0.0.0.0/0")}")),
            (Fail, "for everybody, said by an annotation", Balancer(Mysql, $"{PublicScheme}, {From("203.0.113.8/32,0.0.0.0/0")}")),
            (Fail, "the list goes before the annotation, and is for everybody",
                Balancer($$""" {{Mysql}}, "loadBalancerSourceRanges": ["0.0.0.0/0"] """, $"{PublicScheme}, {From("10.0.0.0/8")}")),
            (Fail, "an annotation of nobody, which is everybody", Balancer(Mysql, $"{PublicScheme}, {From("")}")),
            (Fail, "groups beside those that are for everybody", Balancer(Mysql, $"{PublicScheme}, {ExtraGroups}")),
            (Undetermined, "groups of its own, which are asked alone",
                Balancer($$""" {{Mysql}}, "loadBalancerSourceRanges": ["203.0.113.8/32"] """, $"{PublicScheme}, {Groups}")),
            (Undetermined, "groups of its own", Balancer(Mysql, $"{PublicScheme}, {Groups}")),
            (Pass, "groups of its own, at the web's ports", Balancer(""" "ports": [{ "port": 443 }] """, $"{PublicScheme}, {Groups}")),
            (Undetermined, "groups beside those for an office",
                Balancer($$""" {{Mysql}}, "loadBalancerSourceRanges": ["203.0.113.8/32"] """, $"{PublicScheme}, {ExtraGroups}")),
            (Undetermined, "prefix lists in place of everybody", Balancer(Mysql, $"{PublicScheme}, {PrefixLists}")),
            (Fail, "prefix lists beside everybody",
                Balancer($$""" {{Mysql}}, "loadBalancerSourceRanges": ["0.0.0.0/0"] """, $"{PublicScheme}, {PrefixLists}")),
            (Undetermined, "for whom is not known, in an annotation", Balancer(Mysql, $"{PublicScheme}, {From("<unknown>")}")),
            (Fail, "not internal in another cloud", Balancer(Mysql, """ "networking.gke.io/load-balancer-type": "External" """)),
            (Undetermined, "internal in another cloud", Balancer(Mysql, """ "service.beta.kubernetes.io/azure-load-balancer-internal": "true" """)),
            (Fail, "by its own word", Balancer(Mysql, PublicScheme)),
            (Fail, "by its own word, which goes before the older one", Balancer(Mysql, $"{Internal}, {PublicScheme}")),
            (Fail, "internal is false", Balancer(Mysql, """ "service.beta.kubernetes.io/aws-load-balancer-internal": "false" """)),
            (Fail, "for everybody", Balancer($$""" {{Mysql}}, "loadBalancerSourceRanges": ["10.0.0.0/8", "0.0.0.0/0"] """, PublicScheme)),
            (Fail, "for half of everybody", Balancer($$""" {{Mysql}}, "loadBalancerSourceRanges": ["0.0.0.0/1"] """, PublicScheme)),
            (Undetermined, "a word that the controller within Kubernetes ignores", Balancer(Mysql, InternalScheme)),
            (Undetermined, "a port is not known", Balancer(""" "ports": [{ "port": "<unknown>" }] """, PublicScheme)),
            (Undetermined, "the ports are not known", Balancer(""" "ports": "<unknown>" """, PublicScheme)),
            (Undetermined, "for whom is not known", Balancer($$""" {{Mysql}}, "loadBalancerSourceRanges": ["<unknown>"] """, PublicScheme)),
            (Undetermined, "internal or not is not known", $$"""{ "metadata": "<unknown>", "spec": { "type": "LoadBalancer", {{Mysql}} } }"""),
            (Undetermined, "the type is not known", $$"""{ "spec": { "type": "<unknown>", {{Mysql}} } }""")),
        Fails(Rule, "by default, as it is", new SampleProgram().Add(ServiceType, "it", $$"""{ "spec": { "type": "LoadBalancer", {{Mysql}} } }"""),
            "spec.ports[1].port"),
        .. Of(Rule, IngressType,
            (Pass, "the web by default", Ingress(""" "alb.ingress.kubernetes.io/scheme": "internet-facing" """)),
            (Pass, "the web, as it says", Ingress($"{Facing("internet-facing")}, {Listens("""[{\"HTTP\": 80}, {\"HTTPS\": 443}]""")}")),
            (Pass, "internal, at any port", Ingress($"{Facing("internal")}, {Listens("""[{\"HTTPS\": 8443}]""")}")),
            (Fail, "another port", Ingress($"{Facing("internet-facing")}, {Listens("""[{\"HTTPS\": 443}, {\"HTTP\": 9200}]""")}")),
            (Fail, "another port of the same entry", Ingress($"{Facing("internet-facing")}, {Listens("""[{\"HTTPS\": 443, \"HTTP\": 9200}]""")}")),
            (Fail, "no list of listeners", Ingress($"{Facing("internet-facing")}, {Listens("[9200]")}")),
            (Pass, "another port for an office", Ingress($"{Other}, {Sources("203.0.113.8/32, 10.0.0.0/8")}")),
            (Fail, "another port for everybody, in words", Ingress($"{Other}, {Sources("203.0.113.8/32,0.0.0.0/0")}")),
            (Undetermined, "another port behind groups of its own", Ingress($$""" {{Other}}, "alb.ingress.kubernetes.io/security-groups": "sg-1" """)),
            (Undetermined, "its class says", Ingress(Listens("""[{\"HTTP\": 9200}]"""))),
            (Undetermined, "its listeners are not known", Ingress($"{Facing("internet-facing")}, {Listens("<unknown>")}")),
            (Undetermined, "nothing is known", """{ "metadata": { "annotations": "<unknown>" } }""")),
        .. Of(Rule, "kubernetes:extensions/v1beta1:Ingress",
            (Fail, "of an old cluster", Ingress($"{Facing("internet-facing")}, {Listens("""[{\"HTTP\": 9200}]""")}"))),
        .. Of(Rule, "kubernetes:networking.k8s.io/v1beta1:Ingress",
            (Fail, "of a cluster that is less old", Ingress($"{Facing("internet-facing")}, {Listens("""[{\"HTTP\": 9200}]""")}"))),
    ];

    private static string Balancer(string spec, string notes) =>
        $$"""{ "metadata": { "annotations": { {{notes}} } }, "spec": { "type": "LoadBalancer", {{spec}} } }""";

    private static string From(string blocks) => $$""" "service.beta.kubernetes.io/load-balancer-source-ranges": "{{blocks}}" """;

    private static string Ingress(string notes) => $$"""{ "metadata": { "annotations": { {{notes}} } } }""";

    private static string Facing(string scheme) => $$""" "alb.ingress.kubernetes.io/scheme": "{{scheme}}" """;

    private static string Other => $"{Facing("internet-facing")}, {Listens("""[{\"HTTP\": 9200}]""")}";

    private static string Sources(string blocks) => $$""" "alb.ingress.kubernetes.io/inbound-cidrs": "{{blocks}}" """;

    private static string Listens(string ports) => $$""" "alb.ingress.kubernetes.io/listen-ports": "{{ports}}" """;
}

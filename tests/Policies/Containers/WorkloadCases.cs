using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Containers;

/// <summary>Rules about what a workload, a role or an ingress says of itself, wherever its pods are described.</summary>
internal static class WorkloadCases
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string Account = "kubernetes:core/v1:ServiceAccount";
    private const string Binding = "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding";
    private const string ClusterBinding = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding";
    private const string ClusterRole = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole";
    private const string Service = "kubernetes:core/v1:Service";
    private const string Ingress = "kubernetes:networking.k8s.io/v1:Ingress";

    private const string Probing = "k8s-probes";
    private const string Placing = "k8s-no-default-namespace";
    private const string Mounting = "k8s-no-automount-token";
    private const string Allowing = "k8s-rbac-no-star";
    private const string Encrypting = "k8s-ingress-tls";

    private const string Port = """ "ports": [{ "containerPort": 8080 }] """;
    private const string Ready = """ "readinessProbe": { "httpGet": { "path": "/ready", "port": 8080 } } """;
    private const string Alive = """ "livenessProbe": { "httpGet": { "path": "/alive", "port": 8080 } } """;
    private const string Open = """ "tcpSocket": { "port": 8080 } """;
    private const string Health = """ "httpGet": { "path": "/health", "port": 8080 } """;

    public static IEnumerable<RuleCase> All => [.. Probes, .. Namespaces, .. Tokens, .. Roles, .. Hosts, .. Places];

    private static IEnumerable<RuleCase> Probes =>
    [
        .. Of(Probing, Deployment,
            (Pass, "both", Web($"{Port}, {Ready}, {Alive}")),
            (Pass, "the same question, later",
                Web($$""" {{Port}}, "readinessProbe": { {{Health}} }, "livenessProbe": { {{Health}}, "failureThreshold": 6 } """)),
            (Pass, "the same question, more rarely",
                Web($$""" {{Port}}, "readinessProbe": { {{Health}} }, "livenessProbe": { {{Health}}, "periodSeconds": 60 } """)),
            (Pass, "whether the port is open, twice", Web($$""" {{Port}}, "readinessProbe": { {{Open}} }, "livenessProbe": { {{Open}} } """)),
            (Pass, "a worker that is asked whether it lives", Web(""" "livenessProbe": { "exec": { "command": ["alive"] } } """)),
            (Pass, "a worker with metrics", Web($$""" "ports": [{ "name": "http-metrics", "containerPort": 9090 }], {{Alive}} """)),
            (Pass, "a helper without ports", Pod($$"""{ "containers": [{ "name": "web", {{Port}}, {{Ready}}, {{Alive}} }, { "name": "log" }] }""")),
            (Pass, "what runs first",
                Pod($$"""{ "initContainers": [{ "name": "init", {{Port}} }], "containers": [{ "name": "web", {{Port}}, {{Ready}}, {{Alive}} }] }""")),
            (Fail, "neither", Web(Port)),
            (Fail, "no liveness", Web($"{Port}, {Ready}")),
            (Fail, "no readiness", Web($"{Port}, {Alive}")),
            (Fail, "a probe that asks nothing", Web($$""" {{Port}}, {{Ready}}, "livenessProbe": { "periodSeconds": 5 } """)),
            (Fail, "a sidecar with neither",
                Pod($$"""
                    { "initContainers": [{ "name": "proxy", "restartPolicy": "Always", {{Port}} }], "containers": [{ "name": "web", {{Port}}, {{Ready}}, {{Alive}} }] }
                    """)),
            (Fail, "a worker that nobody asks", Web(""" "image": "worker:1" """)),
            (Fail, "the same question, as patiently", Web($$""" {{Port}}, "readinessProbe": { {{Health}} }, "livenessProbe": { {{Health}} } """)),
            (Fail, "the same question, more patiently of the first",
                Web($$""" {{Port}}, "readinessProbe": { {{Health}}, "periodSeconds": 20 }, "livenessProbe": { {{Health}} } """)),
            (Fail, "the same command", Web(""" "readinessProbe": { "exec": { "command": ["ok"] } }, "livenessProbe": { "exec": { "command": ["ok"] } } """)),
            (Undetermined, "a probe is not known", Web($$""" {{Port}}, {{Alive}}, "readinessProbe": "<unknown>" """)),
            (Undetermined, "the ports are not known", Web($$""" "ports": "<unknown>", {{Alive}} """)),
            (Undetermined, "nothing is known", Pod("\"<unknown>\""))),
        .. Of(Probing, "kubernetes:core/v1:Pod",
            (Fail, "on its own", $$"""{ "spec": { "containers": [{ "name": "web", {{Port}} }] } }"""),
            (Pass, "on its own, to the end", $$"""{ "spec": { "restartPolicy": "Never", "containers": [{ "name": "web", {{Port}} }] } }""")),
        .. Of(Probing, "kubernetes:batch/v1:Job", (Pass, "a job", Web(Port))),
        Fails(Probing, "a service sends requests to what says no port", Served(""" "selector": { "app": "web" } """)),
        Passes(Probing, "a service of others", Served(""" "selector": { "app": "api" } """)),
        Passes(Probing, "a service of nobody", Served(""" "type": "ExternalName" """)),
        IsOpen(Probing, "a service of whom is not known", Served(""" "selector": "<unknown>" """)),
    ];

    private static IEnumerable<RuleCase> Namespaces =>
    [
        .. Of(Placing, Deployment,
            (Pass, "its own", """{ "metadata": { "namespace": "shop" } }"""),
            (Fail, "none", """{ "metadata": { "name": "web" } }"""),
            (Fail, "the default", """{ "metadata": { "namespace": "default" } }"""),
            (Undetermined, "not known", """{ "metadata": { "namespace": "<unknown>" } }""")),
        .. Of(Placing, "kubernetes:core/v1:Secret", (Fail, "of a secret", "{}")),
        Passes(Placing, "that of a resource", new SampleProgram().Add("kubernetes:core/v1:Namespace", "shop")
            .Add(Deployment, "web", """{ "metadata": { "namespace": "<unknown:shop>" } }""")),
    ];

    private static IEnumerable<RuleCase> Tokens =>
    [
        .. Of(Mounting, Deployment,
            (Pass, "none", Pod("""{ "automountServiceAccountToken": false }""")),
            (Fail, "by default", Pod("""{ "containers": [] }""")),
            (Fail, "as it says", Pod("""{ "automountServiceAccountToken": true }""")),
            (Undetermined, "of an account that is made elsewhere", Pod("""{ "serviceAccountName": "web" }""")),
            (Undetermined, "not known", Pod("""{ "automountServiceAccountToken": "<unknown>" }"""))),
        .. Of(Mounting, "kubernetes:batch/v1:CronJob",
            (Fail, "in a job", """{ "spec": { "jobTemplate": { "spec": { "template": { "spec": { "containers": [] } } } } } }""")),
        .. Of(Mounting, "kubernetes:core/v1:PodTemplate", (Fail, "in a template", """{ "template": { "spec": { "containers": [] } } }""")),
        Passes(Mounting, "the account keeps it",
            Runs("""{ "serviceAccountName": "web" }""", """{ "automountServiceAccountToken": false, "metadata": { "name": "web" } }""")),
        Passes(Mounting, "the account keeps it, by its old name",
            Runs("""{ "serviceAccount": "web" }""", """{ "automountServiceAccountToken": false, "metadata": { "name": "web" } }""")),
        Fails(Mounting, "the account mounts it", Runs("""{ "serviceAccountName": "web" }""", """{ "metadata": { "name": "web" } }""")),
        Fails(Mounting, "the pod takes it back", Runs(
            """{ "serviceAccountName": "web", "automountServiceAccountToken": true }""",
            """{ "automountServiceAccountToken": false, "metadata": { "name": "web" } }""")),
        Passes(Mounting, "the default account keeps it", new SampleProgram().Add(Deployment, "web", Pod("""{ "containers": [] }"""))
            .Add("kubernetes:core/v1:ServiceAccountPatch", "it", """{ "automountServiceAccountToken": false, "metadata": { "name": "default" } }""")),
        Passes(Mounting, "it is used", Bound(Binding, """{ "kind": "ServiceAccount", "name": "web", "namespace": "shop" }""")),
        Passes(Mounting, "it is used everywhere", Bound(ClusterBinding, """{ "kind": "ServiceAccount", "name": "web", "namespace": "shop" }""")),
        Passes(Mounting, "it is used by what was computed",
            Bound(Binding, """{ "kind": "ServiceAccount", "name": "<unknown:account>", "namespace": "shop" }""")),
        Fails(Mounting, "another one is used", Bound(Binding, """{ "kind": "ServiceAccount", "name": "api", "namespace": "shop" }""")),
        Fails(Mounting, "one of another namespace is used", Bound(Binding, """{ "kind": "ServiceAccount", "name": "web", "namespace": "blog" }""")),
        Passes(Mounting, "all of its namespace are used", Bound(Binding, """{ "kind": "Group", "name": "system:serviceaccounts:shop" }""")),
        Passes(Mounting, "all of the cluster are used", Bound(ClusterBinding, """{ "kind": "Group", "name": "system:serviceaccounts" }""")),
        Fails(Mounting, "all of another namespace are used", Bound(Binding, """{ "kind": "Group", "name": "system:serviceaccounts:blog" }""")),
        IsOpen(Mounting, "it is used in a namespace that the kubeconfig may mean", new SampleProgram()
            .Add(Deployment, "web", Pod("""{ "containers": [] }""")).Add(Binding, "binding",
                """{ "subjects": [{ "kind": "ServiceAccount", "name": "default", "namespace": "shop" }], "roleRef": { "kind": "Role", "name": "reads" } }""")),
        Fails(Mounting, "a person of that name", Bound(Binding, """{ "kind": "User", "name": "web" }""")),
        IsOpen(Mounting, "who is bound is not known", Bound(Binding, "\"<unknown>\"")),
    ];

    private static IEnumerable<RuleCase> Roles =>
    [
        .. Of(Allowing, ClusterRole,
            (Pass, "what is needed", Rule("""[""]""", """["pods"]""", """["get", "list"]""")),
            (Pass, "all of an application's own", Rule("""["shop.example.com"]""", """["*"]""", """["*"]""")),
            (Pass, "gathered from others",
                """{ "aggregationRule": { "clusterRoleSelectors": [] }, "rules": [{ "apiGroups": ["*"], "resources": ["*"], "verbs": ["*"] }] }"""),
            (Fail, "everything", Rule("""["*"]""", """["*"]""", """["*"]""")),
            (Fail, "to read everything", Rule("""["*"]""", """["*"]""", """["get"]""")),
            (Fail, "everything with secrets", Rule("""[""]""", """["secrets"]""", """["*"]""")),
            (Fail, "all roles", Rule("""["rbac.authorization.k8s.io"]""", """["*"]""", """["get"]""")),
            (Fail, "an application's own and all others", Rule("""["shop.example.com", "apps"]""", """["*"]""", """["get"]""")),
            (Fail, "every address", """{ "rules": [{ "nonResourceURLs": ["*"], "verbs": ["*"] }] }"""),
            (Undetermined, "verbs are not known", Rule("""[""]""", """["pods"]""", "\"<unknown>\"")),
            (Undetermined, "of what is not known", Rule("""["<unknown>"]""", """["*"]""", """["get"]""")),
            (Undetermined, "the rules are not known", """{ "rules": "<unknown>" }""")),
        .. Of(Allowing, "kubernetes:rbac.authorization.k8s.io/v1:Role", (Fail, "in a namespace", Rule("""["apps"]""", """["*"]""", """["get"]"""))),
        .. Of(Allowing, "kubernetes:rbac.authorization.k8s.io/v1:ClusterRolePatch",
            (Fail, "added to another", Rule("""["apps"]""", """["*"]""", """["get"]"""))),
    ];

    private static IEnumerable<RuleCase> Hosts =>
    [
        .. Of(Encrypting, Ingress,
            (Pass, "its host", Hosted(""" "tls": [{ "hosts": ["shop.example.com"], "secretName": "shop" }] """)),
            (Pass, "a star", Hosted(""" "tls": [{ "hosts": ["*.example.com"] }] """)),
            (Pass, "whatever the certificate says", Hosted(""" "tls": [{ "secretName": "shop" }] """)),
            (Pass, "a certificate of AWS", Noted(""" "alb.ingress.kubernetes.io/certificate-arn": "arn:aws:acm:eu-central-1:1:certificate/1" """)),
            (Pass, "a certificate of AWS that it finds", Noted(""" "alb.ingress.kubernetes.io/listen-ports": "[{\"HTTP\": 80}, {\"HTTPS\": 443}]" """)),
            (Pass, "a certificate of Google", Noted(""" "networking.gke.io/managed-certificates": "shop" """)),
            (Pass, "a router that speaks TLS", Noted(""" "traefik.ingress.kubernetes.io/router.tls": "true" """)),
            (Undetermined, "an entry point that may", Noted(""" "traefik.ingress.kubernetes.io/router.entrypoints": "websecure" """)),
            (Fail, "a router at the plain entry point", Noted(""" "traefik.ingress.kubernetes.io/router.entrypoints": "web" """)),
            (Fail, "a router that does not", Noted(""" "traefik.ingress.kubernetes.io/router.tls": "false" """)),
            (Fail, "none", Hosted(""" "ingressClassName": "nginx" """)),
            (Fail, "another host", Hosted(""" "tls": [{ "hosts": ["blog.example.com"], "secretName": "blog" }] """)),
            (Fail, "a star that is not for its parts", Hosted(""" "tls": [{ "hosts": ["*.com"], "secretName": "blog" }] """)),
            (Fail, "plain listeners of AWS", Noted(""" "kubernetes.io/ingress.class": "alb", "alb.ingress.kubernetes.io/listen-ports": "[{\"HTTP\": 80}]" """)),
            (Fail, "plain listeners of AWS, by a class of any name",
                Noted(""" "alb.ingress.kubernetes.io/listen-ports": "[{\"HTTP\": 80}]" """)),
            (Undetermined, "a class of AWS of any name may have a certificate", Noted(""" "alb.ingress.kubernetes.io/scheme": "internal" """)),
            (Undetermined, "the class of AWS may have a certificate", Hosted(""" "ingressClassName": "alb", "tls": [{ "hosts": ["shop.example.com"] }] """)),
            (Undetermined, "another one of its group of AWS may have a certificate", Noted(""" "kubernetes.io/ingress.class": "alb","""
                + """ "alb.ingress.kubernetes.io/group.name": "shop", "alb.ingress.kubernetes.io/listen-ports": "[{\"HTTP\": 80}]" """)),
            (Undetermined, "not known", Hosted(""" "tls": "<unknown>" """)),
            (Undetermined, "a certificate is not known", Noted(""" "alb.ingress.kubernetes.io/certificate-arn": "<unknown>" """)),
            (Undetermined, "for which hosts is not known", Hosted(""" "tls": [{ "hosts": ["<unknown>"] }] """))),
        IsOpen(Encrypting, "a balancer before it has one", new SampleProgram().Add(Ingress, "it", Hosted(""" "ingressClassName": "nginx" """))
            .Add(Service, "nginx", """
                { "metadata": { "annotations": { "service.beta.kubernetes.io/aws-load-balancer-ssl-cert": "arn:aws:acm:eu-central-1:1:certificate/1" } } }
                """)),
    ];

    private static IEnumerable<RuleCase> Places =>
    [
        .. Of("k8s-no-privileged", "kubernetes:core/v1:Pod",
            (Fail, "on its own", """{ "spec": { "containers": [{ "name": "web", "securityContext": { "privileged": true } }] } }"""),
            (Undetermined, "on its own, not known", """{ "spec": "<unknown>" }""")),
        .. Of("k8s-no-privileged", "kubernetes:core/v1:PodTemplate",
            (Fail, "in a template", """{ "template": { "spec": { "containers": [{ "name": "web", "securityContext": { "privileged": true } }] } } }""")),
        .. Of("k8s-no-privileged", "kubernetes:apps/v1:DeploymentPatch", (Fail, "in a patch", Web(""" "securityContext": { "privileged": true } """))),
        .. Of("k8s-run-as-non-root", "kubernetes:apps/v1:DeploymentPatch",
            (Pass, "what a patch leaves alone", Web(""" "image": "web:2" """)),
            (Fail, "what a patch takes back", Web(""" "securityContext": { "runAsNonRoot": false } """))),
        .. Of("k8s-run-as-non-root", "kubernetes:apps/v1:ReplicaSet", (Fail, "in a set", Web(""" "image": "web:2" """))),
    ];

    private static string Pod(string spec) => $$"""{ "spec": { "template": { "metadata": { "labels": { "app": "web" } }, "spec": {{spec}} } } }""";

    private static string Web(string more) => Pod($$"""{ "containers": [{ "name": "web", {{more}} }] }""");

    private static SampleProgram Served(string service) => new SampleProgram().Add(Deployment, "web", Web(Alive))
        .Add(Service, "service", $$"""{ "spec": { {{service}} } }""");

    private static SampleProgram Runs(string pod, string account) =>
        new SampleProgram().Add(Deployment, "web", Pod(pod)).Add(Account, "account", account);

    private static SampleProgram Bound(string type, string subject) => new SampleProgram()
        .Add(Deployment, "web", """{ "metadata": { "namespace": "shop" }, "spec": { "template": { "spec": { "serviceAccountName": "web" } } } }""")
        .Add(Account, "account", """{ "metadata": { "name": "web", "namespace": "shop" } }""")
        .Add(type, "binding", $$"""{ "metadata": { "namespace": "shop" }, "subjects": [{{subject}}], "roleRef": { "kind": "Role", "name": "reads" } }""");

    private static string Rule(string groups, string resources, string verbs) =>
        $$"""{ "rules": [{ "apiGroups": {{groups}}, "resources": {{resources}}, "verbs": {{verbs}} }] }""";

    private static string Hosted(string spec) => $$"""{ "spec": { "rules": [{ "host": "shop.example.com" }], {{spec}} } }""";

    private static string Noted(string notes) =>
        $$"""{ "metadata": { "annotations": { {{notes}} } }, "spec": { "rules": [{ "host": "shop.example.com" }] } }""";
}

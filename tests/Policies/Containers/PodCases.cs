using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Containers;

internal static class PodCases
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("k8s-no-privileged", Deployment,
            (Pass, "plain", Container("""{ "name": "web" }""")),
            (Fail, "privileged", Container("""{ "name": "web", "securityContext": { "privileged": true } }""")),
            (Undetermined, "not known", Container("""{ "name": "web", "securityContext": "<unknown>" }"""))),
        .. Of("k8s-no-privileged", "kubernetes:batch/v1:CronJob", (Fail, "in a job", $$"""
            { "spec": { "schedule": "@daily", "jobTemplate": { "spec": { "template": {
              "spec": { "containers": [{ "name": "report", "securityContext": { "privileged": true } }] } } } } } }
            """)),
        .. Of("k8s-no-privileged", Deployment,
            (Fail, "before the others", Pod("""{ "initContainers": [{ "name": "init", "securityContext": { "privileged": true } }] }"""))),
        .. Of("k8s-no-host-namespaces", Deployment,
            (Pass, "its own", Pod("""{ "containers": [] }""")), (Fail, "the node's network", Pod("""{ "hostNetwork": true }""")),
            (Undetermined, "not known", Pod("""{ "hostPID": "<unknown>" }"""))),
        .. Of("k8s-no-host-path", Deployment,
            (Pass, "a scratch folder", Pod("""{ "volumes": [{ "name": "tmp", "emptyDir": {} }] }""")),
            (Fail, "the node's logs", Pod("""{ "volumes": [{ "name": "logs", "hostPath": { "path": "/var/log" } }] }""")),
            (Undetermined, "not known", Pod("""{ "volumes": "<unknown>" }"""))),
        .. Of("k8s-run-as-non-root", Deployment,
            (Pass, "said by the pod", Pod("""{ "securityContext": { "runAsNonRoot": true }, "containers": [{ "name": "web" }] }""")),
            (Fail, "not said", Container("""{ "name": "web" }""")),
            (Fail, "taken back by the container", Pod("""{ "securityContext": { "runAsNonRoot": true },"""
                + """ "containers": [{ "name": "web", "securityContext": { "runAsNonRoot": false } }] }""")),
            (Undetermined, "not known", Container("\"<unknown>\""))),
        .. Of("k8s-no-privilege-escalation", Deployment,
            (Pass, "none", Context("\"allowPrivilegeEscalation\": false")), (Fail, "by default", Container("""{ "name": "web" }""")),
            (Undetermined, "not known", Context("\"allowPrivilegeEscalation\": \"<unknown>\""))),
        .. Of("k8s-drop-all-capabilities", Deployment,
            (Pass, "all dropped", Context("\"capabilities\": { \"drop\": [\"ALL\"] }")),
            (Fail, "one dropped", Context("\"capabilities\": { \"drop\": [\"NET_RAW\"] }")),
            (Undetermined, "not known", Context("\"capabilities\": \"<unknown>\""))),
        .. Of("k8s-seccomp-runtime-default", Deployment,
            (Pass, "the usual ones", Context("\"seccompProfile\": { \"type\": \"RuntimeDefault\" }")),
            (Fail, "all", Context("\"seccompProfile\": { \"type\": \"Unconfined\" }")),
            (Fail, "not said", Container("""{ "name": "web" }""")), (Undetermined, "not known", Context("\"seccompProfile\": { \"type\": \"<unknown>\" }"))),
        .. Of("k8s-read-only-root", Deployment,
            (Pass, "read only", Context("\"readOnlyRootFilesystem\": true")), (Fail, "written", Container("""{ "name": "web" }""")),
            (Undetermined, "not known", Context("\"readOnlyRootFilesystem\": \"<unknown>\""))),
        .. Of("k8s-requests-and-memory-limit", Deployment,
            (Pass, "all three", Resources("""{ "requests": { "cpu": "100m", "memory": "64Mi" }, "limits": { "memory": "128Mi" } }""")),
            (Fail, "no limit", Resources("""{ "requests": { "cpu": "100m", "memory": "64Mi" } }""")), (Fail, "none", Container("""{ "name": "web" }""")),
            (Undetermined, "not known", Resources("\"<unknown>\""))),
        .. Of("k8s-image-pinned", Deployment,
            (Pass, "a version", Image("registry:5000/shop/web:1.4.2")), (Pass, "a digest", Image("shop/web@sha256:0123456789abcdef")),
            (Fail, "latest", Image("shop/web:latest")), (Fail, "nothing, with a port before it", Image("registry:5000/shop/web")),
            (Undetermined, "not known", Image("<unknown>"))),
    ];

    private static string Pod(string spec) => $$"""{ "spec": { "template": { "spec": {{spec}} } } }""";

    private static string Container(string container) => Pod($$"""{ "containers": [{{container}}] }""");

    private static string Context(string setting) => Container($$"""{ "name": "web", "securityContext": { {{setting}} } }""");

    private static string Resources(string resources) => Container($$"""{ "name": "web", "resources": {{resources}} }""");

    private static string Image(string image) => Container($$"""{ "name": "web", "image": "{{image}}" }""");
}

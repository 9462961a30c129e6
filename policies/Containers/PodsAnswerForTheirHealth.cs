namespace Infra.Policies.Containers;

public sealed class PodsAnswerForTheirHealth() : ResourceRule(
    "k8s-probes",
    Rank.High,
    Lasting,
    "Without probes requests reach a pod that cannot answer, and one that hangs is never restarted; with one probe as both, a slow dependency restarts all.",
    "give containers with ports a readinessProbe and a livenessProbe that asks no dependency or has a higher failureThreshold, and a worker a livenessProbe",
    "CKV_K8S_8", "CKV_K8S_9")
{
    private const string Readiness = "readinessProbe";
    private const string Liveness = "livenessProbe";

    private static readonly string[] Lasting = [.. ResourceTypes.ReplicatedWorkload, "kubernetes:apps/v1:DaemonSet", "kubernetes:core/v1:Pod"];

    public override IReadOnlyList<string> Types => [.. Lasting, .. ResourceTypes.KubernetesService];

    // A pod that is not started again is a job: nobody sends it requests, and its end is watched.
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var pod = PodTemplate.Spec(resource);
        var (containers, before) = (pod["containers"], pod["initContainers"]);
        if (containers.IsUnknown) return [Undetermined(resource, containers)];
        return Unless(resource, pod["restartPolicy"], policy => policy.Text is "Never" or "OnFailure",
        [
            .. before.IsUnknown ? [Undetermined(resource, before)] : before.Items.SelectMany(each => CheckSidecar(resource, each)),
            .. containers.Items.SelectMany(each => CheckContainer(resource, each)),
            .. CheckWorker(resource, containers, graph),
        ]);
    }

    // An init container that is always restarted runs beside the others; any other one ends before they start.
    private IEnumerable<Finding> CheckSidecar(ResourceNode workload, PropertyValue container) =>
        Unless(workload, container["restartPolicy"], policy => policy.Text != "Always", CheckContainer(workload, container));

    private IEnumerable<Finding> CheckContainer(ResourceNode workload, PropertyValue container)
    {
        List<Finding> missing = [.. CheckProbe(workload, container, Readiness), .. CheckProbe(workload, container, Liveness)];
        return
        [
            .. TakesRequests(container) switch
            {
                true => missing,
                null when missing.Count > 0 => [Undetermined(workload, container["ports"].FirstUnknown() ?? container, $"{container["name"]} ports")],
                _ => [],
            },
            .. CheckDifference(workload, container),
        ];
    }

    private IEnumerable<Finding> CheckProbe(ResourceNode workload, PropertyValue container, string kind) => Probe.IsThere(container[kind]) switch
    {
        true => [],
        null => [Undetermined(workload, container[kind], $"{container["name"]} {kind}")],
        false => [Fail(workload, container[kind].Path, $"container {container["name"]} has ports and no {kind}", $"{container["name"]} {kind}")],
    };

    // Where no container says its ports, one of them does the work, and a service may send it requests all the same.
    private IEnumerable<Finding> CheckWorker(ResourceNode workload, PropertyValue containers, ResourceGraph graph)
    {
        if (LabelSelector.Any(containers.Items.Select(TakesRequests)) is not false) return [];
        var services = SelectedPods.In(graph).Of(workload, ResourceTypes.KubernetesService).ToList();
        bool? isServed = services.Exists(each => each.IsCertain) ? true : services.Count > 0 ? null : false;
        return
        [
            .. InOne(Liveness, isNeeded: true, "none of its containers has a livenessProbe"),
            .. InOne(Readiness, isServed, "a service sends it requests and none of its containers has a readinessProbe"),
        ];

        IEnumerable<Finding> InOne(string kind, bool? isNeeded, string message)
        {
            var has = LabelSelector.Any(containers.Items.Select(each => Probe.IsThere(each[kind])));
            return has is true || isNeeded is false ? []
                : has is null || isNeeded is null
                ? [Undetermined(workload, containers.Path, $"whether it needs and has a {kind} is not known before the deployment", kind)]
                : [Fail(workload, containers.Path, message, kind)];
        }
    }

    // Kubernetes itself recommends the same question for both if the restart comes later ("Liveness, Readiness, and Startup Probes", read 2026-11-23).
    private IEnumerable<Finding> CheckDifference(ResourceNode workload, PropertyValue container)
    {
        var (readiness, liveness) = (container[Readiness], container[Liveness]);
        return LabelSelector.All([Probe.AskTheSame(readiness, liveness), Probe.IsNoMorePatient(liveness, readiness)]) switch
        {
            false => [],
            null => [Undetermined(workload, liveness.FirstUnknown() ?? readiness.FirstUnknown() ?? liveness, $"{container["name"]} same")],
            true =>
            [
                Fail(
                    workload, liveness.Path, $"container {container["name"]} is restarted as soon as it is not ready: both probes ask the same, as patiently",
                    $"{container["name"]} same"),
            ],
        };
    }

    // Whoever collects the metrics of a worker asks each pod itself, ready or not.
    private static bool? TakesRequests(PropertyValue container)
    {
        var ports = container["ports"];
        return ports.IsUnknown ? null : LabelSelector.Any(ports.Items.Select(port =>
            port["name"].IsUnknown ? (bool?)null : port["name"].Text?.Contains("metrics", StringComparison.Ordinal) is not true));
    }
}

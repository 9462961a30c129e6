namespace Infra.Policies.Containers;

/// <summary>The fewest pods that a workload keeps running.</summary>
/// <param name="Count">Null if it is not known.</param>
/// <param name="Property">The workload's property that says it.</param>
/// <param name="Doubt">Why it is not known.</param>
internal sealed record Copies(int? Count, string Property, string Doubt)
{
    private const string Replicas = "spec.replicas";

    // One replica is the default, of workloads and of autoscalers alike. An autoscaler overrules what the workload says
    // (Deployment and HorizontalPodAutoscaler, Kubernetes API reference 1.36, read 2026-11-23).
    public static Copies Of(ResourceNode workload, ResourceGraph graph)
    {
        var scalers = graph.Once(Scalers).Near(NamespacePlace.Of(workload, graph).Name, workload["metadata.name"].Text)
            .OrderBy(scaler => scaler.Urn, StringComparer.Ordinal)
            .ToLookup(scaler => Scales(scaler, workload, graph) switch { true => Verdict.Pass, null => Verdict.Undetermined, false => Verdict.Fail });
        return scalers[Verdict.Pass].FirstOrDefault() is { } certain ? Read(certain["spec.minReplicas"], certain)
            : scalers[Verdict.Undetermined].FirstOrDefault() is { } doubtful
            ? new(null, Replicas, $"whether {doubtful.Name} scales it is not known before the deployment")
            : Read(workload[Replicas], workload);

        static Copies Read(PropertyValue value, ResourceNode of) => value switch
        {
            { IsUnknown: true } => new(null, Replicas, $"{value.Path} of {of.Name} is not known before the deployment"),
            { IsAbsent: true } => new(1, Replicas, ""),
            _ => new(value.Number ?? 1, Replicas, ""),
        };
    }

    private static PlacedIndex<ResourceNode> Scalers(ResourceGraph graph) => new(graph.OfType(ResourceTypes.PodAutoscaler)
        .Select(scaler => (NamespacePlace.Of(scaler, graph).Name, scaler["spec.scaleTargetRef.name"].Text, scaler)));

    private static bool? Scales(ResourceNode scaler, ResourceNode workload, ResourceGraph graph)
    {
        var (kind, name) = (scaler["spec.scaleTargetRef.kind"], scaler["spec.scaleTargetRef.name"]);
        if (kind.Text is { } other && other != workload.Type.Split(':')[^1]) return false;
        return Names() is not false and var names
            ? LabelSelector.All([kind.IsUnknown ? null : true, names, NamespacePlace.Of(scaler, graph).Is(NamespacePlace.Of(workload, graph))])
            : false;

        bool? Names()
        {
            if (!name.IsUnknown) return workload["metadata.name"].IsUnknown ? null : name.Text == workload["metadata.name"].Text;
            var meant = graph.Resolve(scaler, name, workload.Type);
            return meant.Target is { } target ? target == workload : meant.Candidates.Count == 0 || meant.Candidates.Contains(workload) ? null : false;
        }
    }
}

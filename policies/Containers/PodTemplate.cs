namespace Infra.Policies.Containers;

/// <summary>Where a workload, or a patch of one, describes the pods that it starts.</summary>
internal static class PodTemplate
{
    public static PropertyValue Spec(ResourceNode workload) => workload[$"{Place(workload)}spec"];

    public static PropertyValue Labels(ResourceNode workload) => workload[$"{Place(workload)}metadata.labels"];

    private static string Place(ResourceNode workload) => KindOf(workload) switch
    {
        "Pod" or "PodPatch" => "",
        "PodTemplate" or "PodTemplatePatch" => "template.",
        "CronJob" or "CronJobPatch" => "spec.jobTemplate.spec.template.",
        _ => "spec.template.",
    };

    private static string KindOf(ResourceNode workload) => workload.Type.Split(':')[^1];
}

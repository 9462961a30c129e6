namespace Infra.Policies.Deployment;

public sealed class RedrivesFit() : DeploymentRule(
    "deploy-queue-redrive",
    Rank.High,
    [.. ResourceTypes.Queue, .. ResourceTypes.RedrivePolicy],
    "AWS refuses dead letters of another kind or region, and a number of tries that is a text.",
    "set maxReceiveCount to a number of 1 to 1000 and name a queue of the same kind, region and account",
    "AWS provider documentation, SQS queues; Amazon SQS Developer Guide, dead-letter queues, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var policy = resource["redrivePolicy"];
        if (policy.IsUnknown) return [Undetermined(resource, policy)];
        if (policy.AsObject() is not { } terms) return [];
        var tries = terms["maxReceiveCount"];
        var source = ResourceTypes.Queue.Contains(resource.Type) ? resource
            : graph.Resolve(resource, resource["queueUrl"], ResourceTypes.Queue).Target;
        var target = graph.Resolve(resource, terms["deadLetterTargetArn"], ResourceTypes.Queue).Target;
        return (tries.IsUnknown ? [Undetermined(resource, tries)]
                : tries is { IsNumber: true, Number: >= 1 and <= 1_000 } ? []
                    : new[] { Fail(resource, policy.Path, $"maxReceiveCount is {Written(tries)}, not a number of 1 to 1000") })
            .Concat(source is null || target is null ? [] : Kinds(resource, source, target));
    }

    private IEnumerable<Finding> Kinds(ResourceNode owner, ResourceNode source, ResourceNode target)
    {
        if (source["fifoQueue"].IsUnknown || target["fifoQueue"].IsUnknown)
            return [Undetermined(owner, (source["fifoQueue"].IsUnknown ? source : target)["fifoQueue"])];
        if (source["fifoQueue"].Truth is true != target["fifoQueue"].Truth is true)
            return [Fail(owner, "redrivePolicy", $"{source.Name} and {target.Name} are not both ordered", "kind")];
        var (here, there) = (source.Region, target.Region);
        if (here.IsUnknown || there.IsUnknown) return [Undetermined(owner, here.IsUnknown ? here : there)];
        return here.Text == there.Text ? [] : [Fail(owner, "redrivePolicy", $"{source.Name} is in {here}, and {target.Name} in {there}", "region")];
    }

    private static string Written(PropertyValue tries) => tries.IsAbsent ? "not set" : tries.IsNumber ? $"{tries}" : $"the text '{tries}'";
}

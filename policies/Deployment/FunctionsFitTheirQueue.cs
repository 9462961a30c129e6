namespace Infra.Policies.Deployment;

public sealed class FunctionsFitTheirQueue() : DeploymentRule(
    "deploy-function-queue",
    Rank.High,
    [.. Mappings, .. ResourceTypes.Queue, .. ResourceTypes.Function],
    "AWS refuses a queue that gives a message to the next before the function has had its time, and batches that it cannot collect.",
    "set visibilityTimeoutSeconds to the function's timeout or more, collect more than 10 messages within a window and no more of an "
    + "ordered queue, and leave startingPosition out",
    "AWS provider documentation, 2026-11")
{
    private const int DefaultVisibility = 30;
    private const int DefaultTimeout = 3;
    private const int SmallBatch = 10;

    private static IReadOnlyList<string> Mappings { get; } = ["aws:lambda/eventSourceMapping:EventSourceMapping"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var source = resource["eventSourceArn"];
        if (!Mappings.Contains(resource.Type) || graph.Resolve(resource, source, ResourceTypes.Queue).Target is not { } queue) return [];
        var (batch, ordered) = (resource["batchSize"], queue["fifoQueue"]);
        var large = If(resource, batch, size => size.Number > SmallBatch,
            Unless(queue, ordered, fifo => fifo.Truth is not true,
                [Fail(resource, batch.Path, $"batchSize is {batch}, and {queue.Name} is ordered, which gives {SmallBatch} at most")])
                .Concat(If(queue, ordered, fifo => fifo.Truth is not true,
                    Expect(resource, resource["maximumBatchingWindowInSeconds"], seconds => seconds.Number >= 1,
                        $"at least 1 for a batch of {batch}"))));
        return large.Concat(LeftOut(resource, resource["startingPosition"], "for a queue"))
            .Concat(Patience(resource, queue, graph)).DistinctBy(finding => (finding.Urn, finding.Property));
    }

    private IEnumerable<Finding> Patience(ResourceNode mapping, ResourceNode queue, ResourceGraph graph)
    {
        if (graph.Resolve(mapping, mapping["functionName"], ResourceTypes.Function).Target is not { } function) return [];
        var (timeout, visibility) = (function["timeout"], queue["visibilityTimeoutSeconds"]);
        if (timeout.IsUnknown) return [Undetermined(function, timeout)];
        var least = timeout.Number ?? DefaultTimeout;
        return Expect(queue, visibility, seconds => seconds.Number >= least, $"at least {least}, the timeout of {function.Name}",
            whenAbsent: least <= DefaultVisibility);
    }
}

namespace Infra.Policies.Compute;

public sealed class FunctionsKeepWhatFailed() : ResourceRule(
    "lambda-failure-destination",
    Rank.Medium,
    ResourceTypes.Function,
    "An event that a function could not handle, and for which nobody waits, is tried twice more and then gone.",
    "name a queue or topic in deadLetterConfig, in a FunctionEventInvokeConfig, or for a stream in the mapping's destinationConfig",
    "CKV_AWS_116")
{
    private static readonly IReadOnlyList<string> Settings = ["aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig"];
    private static readonly IReadOnlyList<string> Mappings = ["aws:lambda/eventSourceMapping:EventSourceMapping"];

    // They do not wait for an answer (Lambda operator guide, invocation modes, read 2026-11; EventBridge was not looked up).
    private static readonly string[] Callers = ["s3.amazonaws.com", "sns.amazonaws.com", "ses.amazonaws.com", "events.amazonaws.com"];

    public override IReadOnlyList<string> Types => [.. base.Types, .. ResourceTypes.FunctionPermission, .. Settings, .. Mappings];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        CheckCallers(resource, graph).Concat(
            Named(resource, graph, Mappings, "functionName").SelectMany(mapping => CheckMapping(resource, mapping.Node, mapping.IsCertain)));

    private IEnumerable<Finding> CheckCallers(ResourceNode function, ResourceGraph graph)
    {
        var callers = Named(function, graph, ResourceTypes.FunctionPermission, "function")
            .Where(caller => caller.Node["principal"] is var who && (who.IsUnknown || Callers.Contains(who.Text))).ToList();
        if (callers.Count == 0) return [];
        var kept = Named(function, graph, Settings, "functionName")
            .Select(setting => Says(OnFailure(setting.Node), "destination") is var says && (setting.IsCertain || says is false) ? says : null)
            .Append(Says(function["deadLetterConfig"], "targetArn")).ToList();
        if (kept.Contains(true)) return [];
        var (caller, isCertain) = callers.OrderBy(each => each.IsCertain && each.Node["principal"].IsKnown ? 0 : 1).First();
        return [kept.Contains(null) || !isCertain || caller["principal"].IsUnknown
            ? Undetermined(function, "deadLetterConfig", $"whether what {caller.Name} lets in is kept is not known before the deployment")
            : Fail(function, "deadLetterConfig", $"what {caller["principal"]} sends and it cannot handle is kept nowhere")];
    }

    // A queue keeps what was not handled, a stream goes on.
    private IEnumerable<Finding> CheckMapping(ResourceNode function, ResourceNode mapping, bool isCertain)
    {
        var (source, kept) = (mapping["eventSourceArn"], Says(OnFailure(mapping), "destinationArn"));
        if (kept is true || source.IsAbsent || (source.Text is { } arn && !IsStream(arn))) return [];
        return [kept is null || source.IsUnknown || !isCertain
            ? Undetermined(mapping, source.Path, $"whether {function.Name} loses what it reads is not known before the deployment", function.Name)
            : Fail(mapping, "destinationConfig", $"what {function.Name} cannot handle of the stream is kept nowhere", function.Name)];
    }

    private static PropertyValue OnFailure(ResourceNode node) => node["destinationConfig"]["onFailure"];

    // Which queue it is may be unknown.
    private static bool? Says(PropertyValue whole, string name) => whole.IsUnknown ? null : !whole[name].IsAbsent;

    private static bool IsStream(string arn) => arn.Split(':').ElementAtOrDefault(2) is "kinesis" or "dynamodb";

    private static IEnumerable<(ResourceNode Node, bool IsCertain)> Named(
        ResourceNode function, ResourceGraph graph, IReadOnlyList<string> types, string property) =>
        graph.PointingTo(function, ResourceTypes.Function, types, property)
            .Select(node => (node, graph.Resolve(node, node[property], ResourceTypes.Function).Target == function));
}

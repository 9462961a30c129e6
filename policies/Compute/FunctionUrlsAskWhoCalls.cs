namespace Infra.Policies.Compute;

public sealed class FunctionUrlsAskWhoCalls() : ResourceRule(
    "lambda-url-authenticated",
    Rank.High,
    ResourceTypes.FunctionUrl,
    "A URL that asks nobody who they are lets the internet call the function, past every filter and into whatever tier it stands in.",
    "set authorizationType to AWS_IAM; where browsers call, let a distribution sign their requests",
    "CKV_AWS_258")
{
    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.FunctionUrl, .. ResourceTypes.Function];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["authorizationType"], type => type.Text == "AWS_IAM", $"AWS_IAM{Place(resource, graph)}");

    private static string Place(ResourceNode url, ResourceGraph graph) =>
        graph.Resolve(url, url["functionName"], ResourceTypes.Function).Target is { } function && !function["vpcConfig"]["securityGroupIds"].IsAbsent
            ? $", and {function.Name} stands in the network"
            : "";
}

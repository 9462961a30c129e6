namespace Infra.Policies.Compute;

public sealed class InstancesAskForTokens() : ResourceRule(
    "imdsv2-required",
    Rank.High,
    [.. ResourceTypes.LaunchTemplate, .. ResourceTypes.LaunchConfiguration, .. ResourceTypes.Instance],
    "Without session tokens, one request forged through the web server hands out the machine's credentials.",
    "set metadataOptions.httpTokens to required and httpPutResponseHopLimit to 1 (2 on container hosts)",
    "EC2.8", "EC2.170", "CKV_AWS_79", "CKV_AWS_341", "AVD-AWS-0028", "AVD-AWS-0130")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var options = resource["metadataOptions"];
        var hops = IsContainerHost(resource, graph) ? 2 : 1;
        return Unless(resource, options["httpEndpoint"], endpoint => endpoint.Text == "disabled",
            Expect(resource, options["httpTokens"], tokens => tokens.Text == "required", "required")
                .Concat(Expect(resource, options["httpPutResponseHopLimit"], limit => limit.Number <= hops, $"at most {hops}", whenAbsent: true)));
    }

    // A container is one network hop further from the metadata service than its host.
    private static bool IsContainerHost(ResourceNode template, ResourceGraph graph) =>
        graph.PointingTo(template, ResourceTypes.LaunchTemplate, ResourceTypes.EksNodeGroup, "launchTemplate.id")
            .Concat(graph.PointingTo(template, ResourceTypes.LaunchTemplate, ResourceTypes.EksNodeGroup, "launchTemplate.name")).Any();
}

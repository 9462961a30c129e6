namespace Infra.Policies.Cloudflare;

public sealed class PoolsAreMonitored() : ResourceRule(
    "cf-lb-pool-monitored",
    Rank.High,
    CloudflareTypes.Pool,
    "Nobody notices that an origin is down if nobody asks it: a pool without a monitor sends visitors there for good.",
    "set monitor to a LoadBalancerMonitor that asks for a page of the application")
{
    public override IReadOnlyList<string> Types => [.. base.Types, .. CloudflareTypes.Monitor];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (monitor, group) = (resource["monitor"], resource["monitorGroup"]);
        return IsMade(monitor) || IsMade(group)
            ? []
            : Unless(resource, resource["enabled"], enabled => enabled.Truth is false,
                Unless(resource, group, known => known.Text is { Length: > 0 },
                    Expect(resource, monitor, known => known.Text is { Length: > 0 }, "the id of a monitor")));

        // The id of one that the program makes is not known before it is there.
        bool IsMade(PropertyValue value) => value.IsUnknown && graph.Resolve(resource, value, CloudflareTypes.Monitor).Candidates.Count > 0;
    }
}

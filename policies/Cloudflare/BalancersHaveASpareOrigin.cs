namespace Infra.Policies.Cloudflare;

public sealed class BalancersHaveASpareOrigin() : ResourceRule(
    "cf-lb-spare-origin",
    Rank.Medium,
    CloudflareTypes.LoadBalancer,
    "A load balancer with one origin behind it has nowhere to go when that is down.",
    "add an origin to a pool, or a fallback pool with an origin of its own")
{
    public override IReadOnlyList<string> Types => [.. base.Types, .. CloudflareTypes.Pool];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (pools, elsewhere) = Balancers.PoolsMeant(resource, graph);
        var isOn = pools.Where(pool => pool["enabled"].Truth is not false).ToList();
        var origins = isOn.SelectMany(pool => pool["origins"].Items).Where(origin => origin["enabled"].Truth is not false).ToList();
        var doubts = isOn.Select(Unknown).OfType<PropertyValue>().ToList();
        if (isOn.Where(pool => !pool["enabled"].IsUnknown).SelectMany(pool => pool["origins"].Items).Count(IsKnownToBeOn) > 1) return [];
        var found = elsewhere is not null
            ? Undetermined(resource, elsewhere.Path, $"how many origins the pool of {elsewhere.Path} ({elsewhere}) has is not known here")
            : doubts.Count > 0 ? Undetermined(resource, "defaultPools", $"how many origins of {string.Join(", ", isOn)} are on is not known here")
            : Fail(resource, "defaultPools", $"its pools have {(origins.Count == 0 ? "no origin" : "one origin")} that is on");
        return Unless(resource, resource["enabled"], enabled => enabled.Truth is false, [found]);
    }

    private static bool IsKnownToBeOn(PropertyValue origin) => !origin.IsUnknown && !origin["enabled"].IsUnknown && origin["enabled"].Truth is not false;

    private static PropertyValue? Unknown(ResourceNode pool) =>
        pool["enabled"].IsUnknown ? pool["enabled"] : pool["origins"].FirstUnknownOf("enabled");
}

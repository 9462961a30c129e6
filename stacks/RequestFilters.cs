using Infra.Components.Edge;
using Pulumi;

namespace Infra.Stacks;

/// <summary>What may not get as far as the applications.</summary>
internal static class RequestFilters
{
    // Uploads are larger than what the core rules take for normal.
    private static readonly ManagedRules[] Rules =
    [
        ManagedRules.Core with { CountedRules = ["SizeRestrictions_BODY"] },
        ManagedRules.KnownBadInputs,
        ManagedRules.IpReputation,
        ManagedRules.SqlDatabase,
        ManagedRules.Linux,
    ];

    public static EdgeFirewall BeforeDistributions(StackSettings settings, Input<string> logKeyArn) =>
        new($"waf-cdn-{settings.Regions[0].Location.Global().Region}", new()
        {
            Naming = settings.Naming,
            Location = settings.Regions[0].Location,
            Place = new BeforeDistributions(),
            ManagedRules = Rules,
            RateLimit = new() { Requests = settings.Front.RequestsPerAddress },
            LogDays = settings.Profile.FlowLogDays,
            LogKeyArn = logKeyArn,
        });

    public static EdgeFirewall Before(StackSettings settings, RegionalGround ground, LoadBalancer balancer) =>
        new($"waf-{ground.Region.Location.Region}", new()
        {
            Naming = settings.Naming,
            Location = ground.Region.Location,
            Place = new BeforeBalancers(new Dictionary<string, LoadBalancer> { ["edge"] = balancer }),
            ManagedRules = Rules,
            RateLimit = new() { Requests = settings.Front.RequestsPerAddress, Source = RateSource.ForwardedFor },
            LogDays = settings.Profile.FlowLogDays,
            LogKeyArn = ground.LogKeyArn,
        });
}

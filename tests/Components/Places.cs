using Infra.Components;
using Infra.Components.Dns;
using Infra.Components.Edge;
using Infra.Components.Networking;
using Pulumi;

namespace Infra.Tests.Components;

/// <summary>Facts that the tests of components share.</summary>
internal static class Places
{
    public static Naming Naming { get; } = new("shop", "test", "platform-team");

    public static Location Frankfurt { get; } = new("123456789012", "eu-central-1");

    public static ZoneArgs PublicZone { get; } = new()
    {
        Naming = Naming,
        Location = Frankfurt,
        Domain = DomainName.Parse("shop.example"),
        Visibility = new PublicZone(90),
        DeletionProtection = true,
    };

    /// <summary>A target group of a balancer that counts requests.</summary>
    public static BalancedTarget Target => new(
        new Standing(), Output.Create("arn:aws:elasticloadbalancing:target"), Output.Create("targetgroup/web/2"),
        Output.Create("app/edge/1/targetgroup/web/2"));

    public static IReadOnlyList<ZoneSubnet> Subnets(SubnetTier tier, params IReadOnlyList<string> zones) =>
        [.. AddressPlan.For(Cidr.Parse("10.0.0.0/16"), zones).Of(tier).Select(planned => new ZoneSubnet(planned, Output.Create($"subnet-{planned.Key}")))];

    private sealed class Standing() : ComponentResource("infra:test:Standing", "standing");
}

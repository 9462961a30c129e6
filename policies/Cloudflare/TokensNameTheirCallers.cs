using Infra.Policies.Firewall;

namespace Infra.Policies.Cloudflare;

public sealed class TokensNameTheirCallers() : ResourceRule(
    "cf-api-token-bound",
    Rank.Medium,
    CloudflareTypes.Token,
    "A token that works from any address is worth stealing.",
    "name in condition.requestIp.ins the addresses from which it is used")
{
    // A larger part of the internet than any network has.
    private const int WidestIpv4 = 8;
    private const int WidestIpv6 = 16;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var callers = resource["condition"]["requestIp"]["ins"];
        return Unless(
            resource, resource["status"], status => status.Text is "disabled" or "expired",
            Expect(resource, callers, list => list.FirstUnknown() is null && list.Items.Any() && list.Items.All(IsNarrow), "a list of networks"));
    }

    private static bool IsNarrow(PropertyValue block) => CidrSet.Parse(block.Text ?? "") is { } addresses
        && addresses.WidestPrefix() is var (ipv4, ipv6) && ipv4 is not < WidestIpv4 && ipv6 is not < WidestIpv6;
}

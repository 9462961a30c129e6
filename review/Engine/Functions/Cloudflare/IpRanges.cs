using Infra.Policies.Cloudflare;
using Infra.Review.Engine.Synthesis;
using Infra.Review.Model;
using static Infra.Review.Engine.Functions.FunctionResult;

namespace Infra.Review.Engine.Functions.Cloudflare;

/// <summary>The addresses from which Cloudflare asks origins, under their names of version 6 of the provider.</summary>
internal static class IpRanges
{
    public static PropertyDictionary? Answer(FunctionCall call)
    {
        // Those of its partner in China are not known here.
        if (call.Text("networks") is not null) return null;

        return call.With(
            ("ipv4Cidrs", Of(EdgeAddresses.Ipv4)),
            ("ipv6Cidrs", Of(EdgeAddresses.Ipv6)),
            ("jdcloudCidrs", Items()),
            ("etag", Of(Synthetic.Hex(string.Join(' ', [.. EdgeAddresses.Ipv4, .. EdgeAddresses.Ipv6]), 32))));
    }
}

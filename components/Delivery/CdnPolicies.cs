using Pulumi;
using Pulumi.Aws.CloudFront;
using Pulumi.Aws.CloudFront.Inputs;

namespace Infra.Components.Delivery;

/// <summary>The policies of a distribution: what it keeps, and what it adds to every answer.</summary>
internal static class CdnPolicies
{
    private const int YearSeconds = 365 * 24 * 3600;

    public static CachePolicy Cache(string name, Caching caching, CustomResourceOptions child) =>
        new($"{name}-{caching.Key}", new CachePolicyArgs
        {
            Comment = $"{name} {caching.Key}",
            MinTtl = caching.MinimumSeconds,
            DefaultTtl = caching.DefaultSeconds,
            MaxTtl = caching.MaximumSeconds,
            ParametersInCacheKeyAndForwardedToOrigin = new CachePolicyParametersInCacheKeyAndForwardedToOriginArgs
            {
                EnableAcceptEncodingBrotli = true,
                EnableAcceptEncodingGzip = true,
                CookiesConfig = new CachePolicyParametersInCacheKeyAndForwardedToOriginCookiesConfigArgs { CookieBehavior = "none" },
                HeadersConfig = HeadersOf(caching),
                QueryStringsConfig = new CachePolicyParametersInCacheKeyAndForwardedToOriginQueryStringsConfigArgs
                {
                    QueryStringBehavior = caching.QueryCounts ? "all" : "none",
                },
            },
        }, child);

    private static CachePolicyParametersInCacheKeyAndForwardedToOriginHeadersConfigArgs HeadersOf(Caching caching) => caching.PlaceHeaders.Count == 0
        ? new() { HeaderBehavior = "none" }
        : new()
        {
            HeaderBehavior = "whitelist",
            Headers = new CachePolicyParametersInCacheKeyAndForwardedToOriginHeadersConfigHeadersArgs { Items = caching.PlaceHeaders.ToList() },
        };

    public static ResponseHeadersPolicy Headers(string name, CustomResourceOptions child) =>
        new($"{name}-headers", new ResponseHeadersPolicyArgs
        {
            Comment = $"Security headers of {name}",
            SecurityHeadersConfig = new ResponseHeadersPolicySecurityHeadersConfigArgs
            {
                StrictTransportSecurity = new ResponseHeadersPolicySecurityHeadersConfigStrictTransportSecurityArgs
                {
                    AccessControlMaxAgeSec = YearSeconds,
                    IncludeSubdomains = true,
                    Override = true,
                },
                ContentTypeOptions = new ResponseHeadersPolicySecurityHeadersConfigContentTypeOptionsArgs { Override = true },
                FrameOptions = new ResponseHeadersPolicySecurityHeadersConfigFrameOptionsArgs { FrameOption = "DENY", Override = false },
                ReferrerPolicy = new ResponseHeadersPolicySecurityHeadersConfigReferrerPolicyArgs
                {
                    ReferrerPolicy = "strict-origin-when-cross-origin",
                    Override = false,
                },
            },
            RemoveHeadersConfig = new ResponseHeadersPolicyRemoveHeadersConfigArgs
            {
                Items = new ResponseHeadersPolicyRemoveHeadersConfigItemArgs { Header = "X-Powered-By" },
            },
        }, child);
}

using Pulumi;
using Pulumi.Aws.CloudFront;
using Pulumi.Aws.CloudFront.Inputs;

namespace Infra.Components.Delivery;

/// <summary>The settings of a distribution, put together.</summary>
internal sealed class CdnPlan(string name, CdnArgs args, ResponseHeadersPolicy headers, IReadOnlyDictionary<string, CachePolicy> caches)
{
    /// <summary>TLS 1.2 and up, without the older ciphers (CloudFront developer guide, supported protocols, read 2026-11).</summary>
    private const string ViewerTls = "TLSv1.2_2021";

    private static readonly string[] CachedMethods = ["GET", "HEAD"];

    public DistributionArgs Build(List<DistributionOriginArgs> origins, IReadOnlyList<Origin> declared)
    {
        var distribution = Distribution(origins, declared);
        // Without it, a request for the root of a bucket would be one for the list of its files.
        if (args.Default.Origin.Members.All(origin => origin is PushOrigin)) distribution.DefaultRootObject = "index.html";
        return distribution;
    }

    private DistributionArgs Distribution(List<DistributionOriginArgs> origins, IReadOnlyList<Origin> declared) => new()
    {
        Enabled = true,
        Comment = args.Naming.For(name),
        HttpVersion = "http2and3",
        IsIpv6Enabled = true,
        Aliases = args.Domains.Select(domain => $"{domain}").ToList(),
        WebAclId = args.FirewallArn,
        ViewerCertificate = new DistributionViewerCertificateArgs
        {
            AcmCertificateArn = args.CertificateArn,
            SslSupportMethod = "sni-only",
            MinimumProtocolVersion = ViewerTls,
        },
        Restrictions = new DistributionRestrictionsArgs
        {
            GeoRestriction = new DistributionRestrictionsGeoRestrictionArgs
            {
                RestrictionType = args.Countries.Codes.Count == 0 ? "none" : args.Countries.IsAllowed ? "whitelist" : "blacklist",
                Locations = args.Countries.Codes.Order(StringComparer.Ordinal).ToList(),
            },
        },
        Origins = origins,
        OriginGroups = declared.OfType<FailoverOrigin>().OrderBy(origin => origin.Key, StringComparer.Ordinal).Select(GroupOf).ToList(),
        DefaultCacheBehavior = Default(args.Default),
        // CloudFront takes the first that fits: the longest pattern is the most exact one.
        OrderedCacheBehaviors =
        [
            .. args.Paths.OrderByDescending(path => path.Key.Length).ThenBy(path => path.Key, StringComparer.Ordinal)
                .Select(path => Ordered(path.Key, path.Value)),
        ],
        Tags = args.Naming.Tags(name),
    };

    private static DistributionOriginGroupArgs GroupOf(FailoverOrigin origin) => new()
    {
        OriginId = origin.Key,
        FailoverCriteria = new DistributionOriginGroupFailoverCriteriaArgs { StatusCodes = FailoverOrigin.BrokenStatus.ToList() },
        Members = origin.Members.Select(member => new DistributionOriginGroupMemberArgs { OriginId = member.Key }).ToList(),
    };

    private DistributionDefaultCacheBehaviorArgs Default(Behavior behavior)
    {
        var made = new DistributionDefaultCacheBehaviorArgs
        {
            TargetOriginId = behavior.Origin.Key,
            ViewerProtocolPolicy = "redirect-to-https",
            AllowedMethods = behavior.AllowedMethods.ToList(),
            CachedMethods = CachedMethods.ToList(),
            Compress = true,
            CachePolicyId = CachePolicyOf(behavior.Caching),
            ResponseHeadersPolicyId = headers.Id,
        };
        if (behavior.Caching.Key is null) made.OriginRequestPolicyId = Caching.AllButHostPolicyId;
        if (behavior.RequestFunctionArn is { } function)
            made.FunctionAssociations = new DistributionDefaultCacheBehaviorFunctionAssociationArgs { EventType = "viewer-request", FunctionArn = function };
        return made;
    }

    private DistributionOrderedCacheBehaviorArgs Ordered(string path, Behavior behavior)
    {
        var made = new DistributionOrderedCacheBehaviorArgs
        {
            PathPattern = path,
            TargetOriginId = behavior.Origin.Key,
            ViewerProtocolPolicy = "redirect-to-https",
            AllowedMethods = behavior.AllowedMethods.ToList(),
            CachedMethods = CachedMethods.ToList(),
            Compress = true,
            CachePolicyId = CachePolicyOf(behavior.Caching),
            ResponseHeadersPolicyId = headers.Id,
        };
        if (behavior.Caching.Key is null) made.OriginRequestPolicyId = Caching.AllButHostPolicyId;
        if (behavior.RequestFunctionArn is { } function)
            made.FunctionAssociations = new DistributionOrderedCacheBehaviorFunctionAssociationArgs { EventType = "viewer-request", FunctionArn = function };
        return made;
    }

    private Input<string> CachePolicyOf(Caching caching) => caching.Key is { } key ? caches[key].Id : Caching.DisabledPolicyId;
}

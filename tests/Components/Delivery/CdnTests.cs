using System.Text.Json;
using Infra.Components.Delivery;
using Infra.Components.Dns;
using Infra.Components.Edge;
using Infra.Tests.Testing;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Components.Delivery;

public sealed class CdnTests
{
    private const string Distribution = "aws:cloudfront/distribution:Distribution";
    private const string CachePolicy = "aws:cloudfront/cachePolicy:CachePolicy";

    private static readonly PullOrigin Api = new("api", DomainName.Parse("api.shop.example"), "open sesame");
    private static readonly Behavior Dynamic = new() { Origin = Api, Caching = Caching.Never, Methods = RequestMethods.All };

    private static readonly CdnArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Domains = [DomainName.Parse("shop.example"), DomainName.Parse("www.shop.example")],
        CertificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/1",
        FirewallArn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/waf/1",
        Default = Dynamic,
        LogDays = 365,
        DeletionProtection = true,
    };

    [Fact]
    public async Task Users_get_modern_tls_and_http_under_the_names_they_asked_for()
    {
        var distribution = (await Plan.Of(() => _ = new Cdn("cdn", Args))).One(Distribution);

        distribution.List("aliases").ShouldBe(["shop.example", "www.shop.example"]);
        (distribution.Text("viewerCertificate.acmCertificateArn"), distribution.Text("viewerCertificate.sslSupportMethod"),
                distribution.Text("viewerCertificate.minimumProtocolVersion"))
            .ShouldBe(("arn:aws:acm:us-east-1:123456789012:certificate/1", "sni-only", "TLSv1.2_2021"));
        (distribution.Text("httpVersion"), distribution.Flag("isIpv6Enabled"), distribution.Text("webAclId"))
            .ShouldBe(("http2and3", true, "arn:aws:wafv2:us-east-1:123456789012:global/webacl/waf/1"));
        distribution.Text("defaultCacheBehavior.viewerProtocolPolicy").ShouldBe("redirect-to-https");
        distribution.Options.Protect.ShouldBe(true);
    }

    [Fact]
    public async Task A_balancer_is_asked_over_tls_with_a_secret_that_stays_one()
    {
        var distribution = (await Plan.Of(() => _ = new Cdn("cdn", Args))).One(Distribution);

        (distribution.Text("origins.0.originId"), distribution.Text("origins.0.domainName")).ShouldBe(("api", "api.shop.example"));
        (distribution.Text("origins.0.customOriginConfig.originProtocolPolicy"),
                distribution.List("origins.0.customOriginConfig.originSslProtocols").Single())
            .ShouldBe(("https-only", "TLSv1.2"));
        (distribution.Text("origins.0.customHeaders.0.name"), distribution.Text("origins.0.customHeaders.0.value"))
            .ShouldBe(("X-Origin-Secret", "open sesame"));
    }

    [Fact]
    public async Task A_balancer_inside_the_network_is_reached_without_the_internet()
    {
        var plan = await Plan.Of(() => _ = new Cdn("cdn", Args with
        {
            Default = Dynamic with { Origin = new PrivateOrigin("inside", DomainName.Parse("api.shop.example"), "arn:balancer") },
        }));

        var origin = plan.One("aws:cloudfront/vpcOrigin:VpcOrigin");
        (origin.Text("vpcOriginEndpointConfig.arn"), origin.Text("vpcOriginEndpointConfig.originProtocolPolicy")).ShouldBe(("arn:balancer", "https-only"));
        plan.One(Distribution).Text("origins.0.vpcOriginConfig.vpcOriginId").ShouldBe("cdn-inside-id");
    }

    [Fact]
    public async Task A_bucket_lets_this_distribution_read_and_nobody_else()
    {
        var plan = await Plan.Of(() => _ = new Cdn("cdn", Args with { Default = Files(Push("files-eu-central-1")) }));

        var distribution = plan.One(Distribution);
        distribution.Text("defaultRootObject").ShouldBe("index.html");
        (distribution.Text("origins.0.domainName"), distribution.Text("origins.0.originAccessControlId"))
            .ShouldBe(("files-eu-central-1.s3.example.com", "cdn-id"));
        plan.One("aws:cloudfront/originAccessControl:OriginAccessControl").Text("signingBehavior").ShouldBe("always");
        var policy = plan.One("aws:s3/bucketPolicy:BucketPolicy", "cdn-files-eu-central-1");
        (policy.Text("region"), policy.Text("bucket")).ShouldBe(("eu-central-1", "files-eu-central-1"));
        Statements(policy).ShouldBe(
        [
            """{"Sid":"DenyPlainHttp","Effect":"Deny","Principal":{"AWS":"*"},"Action":["s3:*"],"Resource":["arn:aws:mock:::files-eu-central-1","arn:aws:mock:::files-eu-central-1/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}""",
            """{"Sid":"ReadFiles","Effect":"Allow","Principal":{"Service":"cloudfront.amazonaws.com"},"Action":["s3:GetObject"],"Resource":["arn:aws:mock:::files-eu-central-1/*"],"Condition":{"StringEquals":{"aws:SourceArn":"arn:aws:mock:::cdn"}}}""",
        ]);
    }

    [Fact]
    public async Task A_second_origin_stands_in_for_a_broken_one()
    {
        var plan = await Plan.Of(() => _ = new Cdn("cdn", Args with
        {
            Default = Files(new FailoverOrigin("files", Push("files-eu-central-1"), Push("files-us-east-1"))),
        }));

        var distribution = plan.One(Distribution);
        distribution.Text("defaultCacheBehavior.targetOriginId").ShouldBe("files");
        Enumerable.Range(0, 2).Select(index => distribution.Text($"originGroups.0.members.{index}.originId"))
            .ShouldBe(["files-eu-central-1", "files-us-east-1"]);
        distribution.List("originGroups.0.failoverCriteria.statusCodes").ShouldBe([500d, 502d, 503d, 504d]);
        distribution.List("origins").Length.ShouldBe(2);
        distribution.List("defaultCacheBehavior.allowedMethods").ShouldBe(["GET", "HEAD", "OPTIONS"]);
    }

    [Fact]
    public async Task The_most_exact_path_wins_whatever_the_order()
    {
        var plan = await Plan.Of(() => _ = new Cdn("cdn", Args with
        {
            Paths = new Dictionary<string, Behavior> { ["/a/*"] = Dynamic, ["/a/long/*"] = Dynamic, ["/b/*"] = Dynamic },
        }));

        Enumerable.Range(0, 3).Select(index => plan.One(Distribution).Text($"orderedCacheBehaviors.{index}.pathPattern"))
            .ShouldBe(["/a/long/*", "/a/*", "/b/*"]);
    }

    [Fact]
    public async Task What_is_not_kept_reaches_the_origin_whole_but_for_the_host()
    {
        var plan = await Plan.Of(() => _ = new Cdn("cdn", Args));

        var distribution = plan.One(Distribution);
        (distribution.Text("defaultCacheBehavior.cachePolicyId"), distribution.Text("defaultCacheBehavior.originRequestPolicyId"))
            .ShouldBe(("4135ea2d-6df8-44a3-9df3-4b5a84be39ad", "b689b0a8-53d0-40ab-baf2-68738e2966ac"));
        distribution.List("defaultCacheBehavior.allowedMethods").Length.ShouldBe(7);
        plan.All(CachePolicy).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_kept_is_kept_as_long_as_said_and_once_for_each_way()
    {
        var pages = Dynamic with { Caching = Caching.Pages("pages", 60, 3600), Methods = RequestMethods.Read };
        var plan = await Plan.Of(() => _ = new Cdn("cdn", Args with { Default = pages, Paths = new Dictionary<string, Behavior> { ["/content/*"] = pages } }));

        var policy = plan.One(CachePolicy);
        (policy.Name, policy.Number("minTtl"), policy.Number("defaultTtl"), policy.Number("maxTtl")).ShouldBe(("cdn-pages", 0, 60, 3600));
        policy.Text("parametersInCacheKeyAndForwardedToOrigin.queryStringsConfig.queryStringBehavior").ShouldBe("all");
        policy.Text("parametersInCacheKeyAndForwardedToOrigin.cookiesConfig.cookieBehavior").ShouldBe("none");
        plan.One(Distribution).Text("orderedCacheBehaviors.0.cachePolicyId").ShouldBe("cdn-pages-id");
    }

    [Fact]
    public async Task Every_answer_carries_security_headers()
    {
        var plan = await Plan.Of(() => _ = new Cdn("cdn", Args with { Paths = new Dictionary<string, Behavior> { ["/a/*"] = Dynamic } }));

        var headers = plan.One("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy");
        headers.Number("securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec").ShouldBe(31536000);
        headers.Flag("securityHeadersConfig.contentTypeOptions.override").ShouldBe(true);
        plan.One(Distribution).Text("defaultCacheBehavior.responseHeadersPolicyId").ShouldBe("cdn-headers-id");
        plan.One(Distribution).Text("orderedCacheBehaviors.0.responseHeadersPolicyId").ShouldBe("cdn-headers-id");
    }

    [Fact]
    public async Task Requests_are_logged_where_cloudfront_delivers_logs()
    {
        var plan = await Plan.Of(() => _ = new Cdn("cdn", Args));

        var source = plan.One("aws:cloudwatch/logDeliverySource:LogDeliverySource");
        (source.Text("region"), source.Text("logType"), source.Text("resourceArn")).ShouldBe(("us-east-1", "ACCESS_LOGS", "arn:aws:mock:::cdn"));
        var destination = plan.One("aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination");
        destination.Text("deliveryDestinationConfiguration.destinationResourceArn").ShouldBe("arn:aws:mock:::cdn-logs-us-east-1");
        destination.DependsOn.ShouldBe(["cdn-logs-us-east-1"]);
        Statements(plan.One("aws:s3/bucketPolicy:BucketPolicy"))[1].ShouldBe(
            """{"Sid":"WriteAccessLogs","Effect":"Allow","Principal":{"Service":"delivery.logs.amazonaws.com"},"Action":["s3:PutObject"],"Resource":["arn:aws:mock:::cdn-logs-us-east-1/AWSLogs/123456789012/*"],"Condition":{"StringEquals":{"aws:SourceAccount":"123456789012","s3:x-amz-acl":"bucket-owner-full-control"},"ArnLike":{"aws:SourceArn":"arn:aws:logs:us-east-1:123456789012:delivery-source:*"}}}""");
    }

    [Theory]
    [InlineData(true, "whitelist")]
    [InlineData(false, "blacklist")]
    public async Task Countries_are_let_in_or_shut_out(bool only, string type)
    {
        var distribution = (await Plan.Of(() => _ = new Cdn("cdn",
            Args with { Countries = only ? Countries.Only("DE", "AT") : Countries.AllBut("DE", "AT") }))).One(Distribution);

        distribution.Text("restrictions.geoRestriction.restrictionType").ShouldBe(type);
        distribution.List("restrictions.geoRestriction.locations").ShouldBe(["AT", "DE"]);
    }

    [Fact]
    public async Task Adding_a_path_changes_no_identity()
    {
        var before = await Plan.Of(() => _ = new Cdn("cdn", Args with { Paths = new Dictionary<string, Behavior> { ["/b/*"] = Dynamic } }));
        var after = await Plan.Of(() => _ = new Cdn("cdn",
            Args with { Paths = new Dictionary<string, Behavior> { ["/a/*"] = Files(Push("files-eu-central-1")), ["/b/*"] = Dynamic } }));

        before.Urns("test").Except(after.Urns("test")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ViewerPlace.Country, "CloudFront-Viewer-Country")]
    [InlineData(ViewerPlace.State, "CloudFront-Viewer-Country,CloudFront-Viewer-Country-Region")]
    public async Task What_differs_by_place_is_kept_for_each_place(ViewerPlace place, string headers)
    {
        var pages = Dynamic with { Caching = Caching.Pages("pages", 60, 3600) with { ByPlace = place }, Methods = RequestMethods.Read };
        var policy = (await Plan.Of(() => _ = new Cdn("cdn",
            Args with { Paths = new Dictionary<string, Behavior> { ["/content/*"] = pages } }))).One(CachePolicy);

        const string config = "parametersInCacheKeyAndForwardedToOrigin.headersConfig";
        policy.Text($"{config}.headerBehavior").ShouldBe("whitelist");
        string.Join(",", policy.List($"{config}.headers.items")).ShouldBe(headers);
    }

    [Fact]
    public async Task Every_problem_of_a_distribution_is_told_at_once() =>
        (await Plan.ErrorOf(() =>
        {
            var (one, two) = (Push("files-eu-central-1"), Push("files-us-east-1"));
            _ = new Cdn("CDN", Args with
            {
                Domains = [DomainName.Parse("shop.example"), DomainName.Parse("shop.example")],
                Default = Dynamic with { Origin = new FailoverOrigin("files", one, two) },
                Paths = new Dictionary<string, Behavior>
                {
                    ["api"] = Dynamic with { Origin = Api with { AnswerSeconds = 121 } },
                    ["/b/*"] = Dynamic with { Origin = new PullOrigin("Api", DomainName.Parse("*.shop.example"), "x"), Caching = Caching.Files("b", 60, 30) },
                    ["/c/*"] = Files(new FailoverOrigin("same", one, one)) with { Caching = Caching.Pages("b", 0, 0) },
                    ["/e/*"] = Dynamic with { Caching = Caching.Never with { ByPlace = ViewerPlace.Country } },
                    ["/d/*"] = Dynamic,
                },
                Countries = Countries.Only(),
                LogDays = 0,
            });
        })).ShouldBe(
            """
            Cdn 'CDN' cannot be built:
              - Its name may hold lower-case words joined by hyphens, 40 characters at most.
              - shop.example is named 2 times.
              - 'api' is no path pattern; expected is one such as /api/*, of at most 255 characters.
              - The path of all else takes all methods, and its origin 'files' fails over; CloudFront fails over for GET, HEAD and OPTIONS only, so it refuses others there. Use a single origin, or Methods = RequestMethods.Read.
              - The path /b/*: its caching keeps 0 seconds at least, 60 by default and 30 at most; expected are numbers in this order, from 0.
              - The path /c/*: its caching keeps nothing; use Caching.Never, which also hands the whole request on.
              - The path /e/*: its caching keeps nothing, so ByPlace says nothing.
              - The origin 'api' has AnswerSeconds of 121; expected is more than the 60 s after which the load balancer itself gives up, and 120 at most.
              - The origin 'Api' has a key that is no name; expected are lower-case words joined by hyphens.
              - The origin 'Api' is *.shop.example; expected is the name of one host.
              - The origin 'same' fails over from 'files-eu-central-1' to itself; expected are two different ones.
              - 2 different origins have the key 'api'.
              - 2 different ways of caching have the key 'b'.
              - No country is allowed; name at least one, or use Countries.All.
              - LogDays is 0; expected is at least 1.
            """);

    [Fact]
    public async Task A_secret_is_drawn_once_for_each_generation_and_the_one_before_is_still_taken()
    {
        OriginSecret? secret = null;
        var plan = await Plan.Of(() => secret = new OriginSecret("secret",
            new() { Naming = Places.Naming, Location = Places.Frankfurt, Generation = 3, DeletionProtection = true }));

        plan.Some("aws:secretsmanager/secretVersion:SecretVersion").Select(version => version.Name)
            .ShouldBe(["secret-eu-central-1-2", "secret-eu-central-1-3"]);
        plan.Some("aws:secretsmanager/secretVersion:SecretVersion").ShouldAllBe(version => version.Options.IgnoreChanges.Contains("secretString"));
        secret!.Accepted.Count.ShouldBe(2);
        (await Output.IsSecretAsync(secret.Value)).ShouldBeTrue();
        (await OutputUtilities.GetDependenciesAsync(secret.Value)).Select(resource => resource.GetResourceName()).ShouldContain("secret-eu-central-1-3");
    }

    [Fact]
    public async Task There_is_no_secret_of_generation_0() =>
        (await Plan.ErrorOf(() => _ = new OriginSecret("secret",
                new() { Naming = Places.Naming, Location = Places.Frankfurt, Generation = 0, DeletionProtection = true })))
            .ShouldContain("Generation is 0; allowed is 1 or more.");

    [Fact]
    public async Task More_paths_and_names_than_AWS_takes_are_refused() =>
        (await Plan.ErrorOf(() => _ = new Cdn("cdn", Args with
        {
            Domains = [.. Enumerable.Range(0, 101).Select(number => DomainName.Parse($"a{number}.shop.example"))],
            Paths = Enumerable.Range(0, 76).ToDictionary(number => $"/{number}/*", _ => Dynamic),
        }))).ShouldBe(
            """
            Cdn 'cdn' cannot be built:
              - It has 101 domains; allowed are 1 to 100.
              - It has 76 paths; CloudFront takes 75.
            """);

    [Fact]
    public async Task Caching_under_what_is_no_name_is_refused() =>
        (await Plan.ErrorOf(() => _ = new Cdn("cdn", Args with { Default = Dynamic with { Caching = Caching.Files("Long files", 60, 3600) } })))
            .ShouldContain("its caching has the key 'Long files', which is no name; expected are lower-case words joined by hyphens.");

    private static Behavior Files(Origin origin) => new() { Origin = origin, Caching = Caching.Files("files", 60, 3600) };

    private static PushOrigin Push(string name) => new(name, new ContentBucket(name, new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt with { Region = name["files-".Length..] },
        DeletionProtection = true,
    }));

    private static List<string> Statements(PlannedResource policy)
    {
        using var document = JsonDocument.Parse(policy.Text("policy")!);
        return [.. document.RootElement.GetProperty("Statement").EnumerateArray().Select(statement => statement.GetRawText())];
    }
}

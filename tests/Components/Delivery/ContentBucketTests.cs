using Infra.Components.Delivery;
using Infra.Components.Dns;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Delivery;

public sealed class ContentBucketTests
{
    private static readonly Caching Kept = Caching.Files("files", 60, 3600);

    [Fact]
    public async Task A_bucket_is_read_by_one_distribution() =>
        (await Plan.ErrorOf(() =>
        {
            var bucket = Bucket();
            _ = new Cdn("www", Reading(new PushOrigin("files", bucket)));
            _ = new Cdn("admin", Reading(new PushOrigin("files", bucket)));
        })).ShouldBe(
            """
            Cdn 'admin' cannot be built:
              - The origin 'files' reads the bucket 'files-eu-central-1', which the origin 'files' of Cdn 'www' reads already; a bucket has one policy, which lets one origin in. Give this one a ContentBucket of its own.
            """);

    [Fact]
    public async Task A_distribution_reads_a_bucket_by_one_origin() =>
        (await Plan.ErrorOf(() =>
        {
            var bucket = Bucket();
            _ = new Cdn("www", Reading(new PushOrigin("files", bucket), new PushOrigin("docs", bucket)));
        })).ShouldBe(
            """
            Cdn 'www' cannot be built:
              - The origin 'docs' reads the bucket 'files-eu-central-1', which the origin 'files' of Cdn 'www' reads already; a bucket has one policy, which lets one origin in. Use the origin 'files' in its place, or give this one a ContentBucket of its own.
            """);

    [Fact]
    public async Task One_origin_serves_as_many_paths_as_one_likes()
    {
        var plan = await Plan.Of(() =>
        {
            var bucket = Bucket();
            _ = new Cdn("www", Reading(new PushOrigin("files", bucket), new PushOrigin("files", bucket)));
        });

        plan.One("aws:s3/bucketPolicy:BucketPolicy", "www-files").Text("bucket").ShouldBe("files-eu-central-1");
    }

    private static ContentBucket Bucket() =>
        new("files-eu-central-1", new() { Naming = Places.Naming, Location = Places.Frankfurt, DeletionProtection = true });

    private static CdnArgs Reading(PushOrigin origin, params IReadOnlyList<PushOrigin> others) => new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Domains = [DomainName.Parse("shop.example")],
        CertificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/1",
        FirewallArn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/waf/1",
        Default = Of(origin),
        Paths = others.ToDictionary(other => $"/{other.Key}/*", Of),
        LogDays = 365,
        DeletionProtection = true,
    };

    private static Behavior Of(PushOrigin origin) => new() { Origin = origin, Caching = Kept };
}

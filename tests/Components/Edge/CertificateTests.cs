using Infra.Components.Dns;
using Infra.Components.Edge;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Components.Edge;

public sealed class CertificateTests
{
    private const string Issued = "aws:acm/certificate:Certificate";
    private const string Record = "aws:route53/record:Record";
    private const string Validation = "aws:acm/certificateValidation:CertificateValidation";

    [Fact]
    public async Task Each_region_gets_a_certificate_of_its_own()
    {
        var plan = await PlanOf(["us-east-1", "eu-central-1"], "shop.example", "*.shop.example");

        plan.Some(Issued).Select(certificate => (certificate.Name, certificate.Text("region")))
            .ShouldBe([("certificate-us-east-1", "us-east-1"), ("certificate-eu-central-1", "eu-central-1")]);
        var certificate = plan.One(Issued, "certificate-us-east-1");
        (certificate.Text("domainName"), certificate.Text("validationMethod")).ShouldBe(("shop.example", "DNS"));
        certificate.List("subjectAlternativeNames").ShouldBe(["*.shop.example"]);
    }

    [Fact]
    public async Task A_domain_its_wildcard_and_all_regions_share_one_record()
    {
        var plan = await PlanOf(["us-east-1", "eu-central-1"], "shop.example", "*.shop.example", "api.shop.example");

        plan.Some(Record).Select(record => (record.Name, record.Text("name"), record.Text("type"))).ShouldBe(
            [("certificate-shop.example", "_proof.shop.example.", "CNAME"), ("certificate-api.shop.example", "_proof.api.shop.example.", "CNAME")]);
        plan.One(Record, "certificate-shop.example").List("records").ShouldBe(["_value.shop.example.acm-validations.aws."]);
        plan.Some(Validation).ShouldAllBe(validation => validation.List("validationRecordFqdns").Length == 2);
    }

    [Fact]
    public async Task A_wildcard_alone_is_proved_by_the_record_of_its_domain()
    {
        var plan = await PlanOf(["us-east-1"], "*.shop.example");

        plan.One(Record).Text("name").ShouldBe("_proof.shop.example.");
    }

    [Fact]
    public async Task Who_uses_it_waits_until_it_is_issued()
    {
        Output<string>? arn = null;
        var plan = await Plan.Of(() => arn = Make(["us-east-1"], "shop.example").ArnIn("us-east-1"));

        var dependencies = await Pulumi.Utilities.OutputUtilities.GetDependenciesAsync(arn!);
        dependencies.Select(resource => resource.GetResourceType()).ShouldContain(Validation);
        plan.One(Validation).Text("region").ShouldBe("us-east-1");
    }

    [Fact]
    public async Task Adding_a_region_or_a_name_changes_no_identity()
    {
        var before = await PlanOf(["us-east-1"], "shop.example");
        var after = await PlanOf(["eu-central-1", "us-east-1"], "shop.example", "api.shop.example");

        before.Urns("test").Except(after.Urns("test")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_preview_counts_the_records_before_the_proofs_are_known()
    {
        var preview = await Plan.OfFirstPreview(() => Make(["us-east-1"], "shop.example", "api.shop.example"));

        preview.Some(Record).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_region_without_the_certificate_is_told() =>
        (await Plan.ErrorOf(() => Make(["us-east-1"], "shop.example").ArnIn("eu-west-1")))
            .ShouldBe("Certificate 'certificate' is not made in eu-west-1; it is in us-east-1. Add the region to its Regions.");

    [Fact]
    public async Task Two_certificates_do_not_prove_one_name_twice() =>
        (await Plan.ErrorOf(() =>
        {
            var zone = new Zone("zone", Places.PublicZone);
            _ = new Certificate("first", Args(zone, ["us-east-1"], "shop.example"));
            _ = new Certificate("second", Args(zone, ["eu-central-1"], "*.shop.example"));
        })).ShouldContain("_acm-proof.shop.example has CNAME records of certificate 'first' already;");

    [Fact]
    public async Task Every_problem_of_a_certificate_is_told_at_once()
    {
        var longName = $"{new string('a', 60)}.shop.example";

        (await Plan.ErrorOf(() => Make(["frankfurt", "us-east-1", "us-east-1"], longName, "shop.example", "shop.example", "shop.test"))).ShouldBe(
            """
            Certificate 'certificate' cannot be built:
              - The first domain has more than 64 characters; put a shorter one first, such as the zone's own name.
              - shop.example is named 2 times.
              - shop.test does not lie within the zone shop.example, so it cannot be proved there.
              - 'frankfurt' is no region; expected is a name such as eu-central-1.
              - The region us-east-1 is named 2 times.
            """);
    }

    [Fact]
    public async Task A_name_with_an_underscore_gets_no_certificate() =>
        (await Plan.ErrorOf(() => Make(["us-east-1"], "shop.example", "*.my_app.shop.example"))).ShouldBe(
            """
            Certificate 'certificate' cannot be built:
              - my_app.shop.example has an underscore, which DNS takes and ACM refuses; expected are letters, digits and hyphens.
            """);

    [Fact]
    public async Task A_certificate_has_names_regions_and_a_zone_that_acm_can_see() =>
        (await Plan.ErrorOf(() =>
        {
            var zone = new Zone("zone", Places.PublicZone with
            {
                Visibility = new PrivateZone(new Dictionary<string, Input<string>> { ["eu-central-1"] = "vpc-1" }),
            });
            _ = new Certificate("certificate", Args(zone, []));
        })).ShouldBe(
            """
            Certificate 'certificate' cannot be built:
              - The zone shop.example is private; ACM could not see its records.
              - It names 0 domains; allowed are 1 to 10.
              - No region is given; expected is at least one.
            """);

    private static Task<Plan> PlanOf(IReadOnlyList<string> regions, params string[] domains) => Plan.Of(() => Make(regions, domains));

    private static Certificate Make(IReadOnlyList<string> regions, params string[] domains) =>
        new("certificate", Args(new Zone("zone", Places.PublicZone), regions, domains));

    private static CertificateArgs Args(Zone zone, IReadOnlyList<string> regions, params string[] domains) =>
        new() { Naming = Places.Naming, Zone = zone, Domains = [.. domains.Select(DomainName.Parse)], Regions = regions };
}

using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Edge;

internal static class CertificateChainCases
{
    private const string Record = "aws:route53/record:Record";
    private const string Listener = "aws:lb/listener:Listener";
    private const string Certificate = "aws:acm/certificate:Certificate";
    private const string Validation = "aws:acm/certificateValidation:CertificateValidation";

    public static IEnumerable<RuleCase> All =>
    [
        Passes("tls-names-cover-records", "the name itself", Site("shop.example", "www.shop.example")),
        Passes("tls-names-cover-records", "a star", Site("*.shop.example", "api.shop.example")),
        Passes("tls-names-cover-records", "a name without its zone", Site("www.shop.example", "www")),
        Passes("tls-names-cover-records", "by a second certificate", Site("shop.example", "api.shop.example")
            .Add(Certificate, "more", """{ "domainName": "api.shop.example" }""")
            .Add("aws:lb/listenerCertificate:ListenerCertificate", "extra", """{ "listenerArn": "<unknown:https>", "certificateArn": "<unknown:more>" }""")),
        Passes("tls-names-cover-records", "a certificate from elsewhere",
            Site("shop.example", "api.shop.example", "arn:aws:acm:eu-central-1:123456789012:certificate/1")),
        Passes("tls-names-cover-records", "nothing is encrypted there", Site("shop.example", "api.shop.example").Without("https")),
        Fails("tls-names-cover-records", "another name", Site("shop.example", "api.shop.example"), "name"),
        Fails("tls-names-cover-records", "a star is one label", Site("*.shop.example", "a.b.shop.example")),
        IsOpen("tls-names-cover-records", "the certificate's name is not known", Site("<unknown>", "api.shop.example"), "name"),
        IsOpen("tls-names-cover-records", "a name of one label in a zone of another program", Site("*.shop.example", "www").Without("zone"), "name"),
        IsOpen("tls-names-cover-records", "a name of two labels in a zone of another program", Site("*.eu.shop.example", "www.eu").Without("zone"), "name"),
        Fails("tls-names-cover-records", "another name in a zone of another program", Site("shop.example", "api.shop.example").Without("zone"), "name"),
        IsOpen("tls-names-cover-records", "which certificate it is is not known", Site("shop.example", "api.shop.example", "<unknown>")),
        Passes("cdn-names-cover-records", "the name itself", Cdn("www.shop.example", "*.shop.example")),
        Fails("cdn-names-cover-records", "no alias", Cdn("api.shop.example", "*.shop.example"), "name"),
        Fails("cdn-names-cover-records", "not in the certificate", Cdn("www.shop.example", "shop.example"), "aliases[0]"),
        IsOpen("cdn-names-cover-records", "not known", Cdn("<unknown>", "*.shop.example")),
        Passes("tls-certificate-validated-first", "taken from the validation",
            Site("shop.example", "www.shop.example", "<unknown:issued>").Add(Validation, "issued", Issued)),
        Passes("tls-certificate-validated-first", "of a private authority",
            Site("shop.example", "www.shop.example",
                more: ", \"certificateAuthorityArn\": \"arn:aws:acm-pca:eu-central-1:123456789012:certificate-authority/1\"")),
        Passes("tls-certificate-validated-first", "imported", Site("shop.example", "www.shop.example", more: ", \"certificateBody\": \"<unknown>\"")),
        Fails("tls-certificate-validated-first", "nothing waits", Site("shop.example", "www.shop.example"), "certificateArn"),
        Fails("tls-certificate-validated-first", "something else waits", Site("shop.example", "www.shop.example").Add(Validation, "issued", Issued)),
        IsOpen("tls-certificate-validated-first", "not known", Site("shop.example", "www.shop.example", "<unknown>"), "certificateArn"),
    ];

    private const string Issued = """{ "certificateArn": "<unknown:tls>" }""";

    private static SampleProgram Site(string certified, string name, string certificate = "<unknown:tls>", string more = "") => new SampleProgram()
        .Add("aws:route53/zone:Zone", "zone", """{ "name": "shop.example" }""")
        .Add(Certificate, "tls", $$"""{ "domainName": "shop.example", "subjectAlternativeNames": ["www.shop.example", "{{certified}}"]{{more}} }""")
        .Add("aws:lb/loadBalancer:LoadBalancer", "edge", """{ "dnsName": "edge.elb.amazonaws.com" }""")
        .Add(Listener, "https", $$"""{ "loadBalancerArn": "<unknown:edge>", "protocol": "HTTPS", "certificateArn": "{{certificate}}" }""")
        .Add(Record, "record", $$"""{ "zoneId": "<unknown:zone>", "name": "{{name}}", "type": "A","""
            + """ "aliases": [{ "name": "<unknown:edge>", "zoneId": "Z1" }] }""");

    private static SampleProgram Cdn(string alias, string certified) => new SampleProgram()
        .Add(Certificate, "tls", $$"""{ "domainName": "{{certified}}" }""")
        .Add("aws:cloudfront/distribution:Distribution", "cdn",
            $$"""{ "domainName": "d1.cloudfront.net", "aliases": ["{{alias}}"], "viewerCertificate": { "acmCertificateArn": "<unknown:tls>" } }""")
        .Add(Record, "record", """{ "zoneId": "outside", "name": "www.shop.example", "type": "A","""
            + """ "aliases": [{ "name": "d1.cloudfront.net", "zoneId": "Z2" }] }""");
}

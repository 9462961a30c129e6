using System.Collections.Immutable;
using Infra.Components.Dns;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.Acm;
using AwsCertificate = Pulumi.Aws.Acm.Certificate;
using Record = Pulumi.Aws.Route53.Record;
using RecordArgs = Pulumi.Aws.Route53.RecordArgs;

namespace Infra.Components.Edge;

public sealed record CertificateArgs
{
    public required Naming Naming { get; init; }

    /// <summary>Public: the names are proved by records in it.</summary>
    public required Zone Zone { get; init; }

    /// <summary>What the certificate is for; the first one is its subject.</summary>
    public required IReadOnlyList<DomainName> Domains { get; init; }

    /// <summary>Where it is needed: the region of each load balancer, and that of global services for CloudFront.</summary>
    public required IReadOnlyList<string> Regions { get; init; }
}

/// <summary>
/// One certificate in each region that needs it, proved by DNS and renewed by AWS. ACM asks for the same record for a domain and its
/// wildcard, and for the same domain in every region of an account: each record is made once.
/// </summary>
public sealed class Certificate : ComponentResource, IObservedPerRegion
{
    // ACM user guide, quotas and RequestCertificate, read 2026-11. More names are given on request.
    private const int MostDomains = 10;
    private const int LongestSubject = 64;
    private const int RecordTtlSeconds = 300;

    private readonly string _name;
    private readonly ImmutableSortedDictionary<string, Output<string>> _arns;

    public Certificate(string name, CertificateArgs args, ComponentResourceOptions? options = null)
        : base("infra:edge:Certificate", name, options)
    {
        var proved = args.Domains.Select(domain => domain.Bare).Distinct().ToList();
        Check(name, args, proved).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var certificates = args.Regions.ToDictionary(region => region, region => CreateCertificate(name, args, region, child));
        var records = proved.Select(domain => CreateRecord(name, args, domain, certificates[args.Regions[0]], child)).ToList();

        _name = name;
        // Of the validation, not of the certificate: who uses it waits until it is issued.
        _arns = certificates.ToImmutableSortedDictionary(
            certificate => certificate.Key,
            certificate => Validate(name, certificate.Key, certificate.Value, records, child),
            StringComparer.Ordinal);
        Telemetry = [.. certificates.OrderBy(certificate => certificate.Key, StringComparer.Ordinal)
            .Select(certificate => CertificateTelemetry.Of(name, certificate.Key, certificate.Value.Arn))];
        Arns = Output.All(_arns.Values).Apply(arns => _arns.Keys.Zip(arns).ToImmutableDictionary(pair => pair.First, pair => pair.Second));
        RegisterOutputs();
    }

    /// <summary>By region.</summary>
    [Output("arns")]
    public Output<ImmutableDictionary<string, string>> Arns { get; }

    public IReadOnlyList<Telemetry> Telemetry { get; }

    /// <exception cref="RunException">The certificate is not made in this region.</exception>
    public Output<string> ArnIn(string region) => _arns.TryGetValue(region, out var arn)
        ? arn
        : throw new RunException($"Certificate '{_name}' is not made in {region}; it is in {string.Join(", ", _arns.Keys)}. Add the region to its Regions.");

    private static Problems Check(string name, CertificateArgs args, List<DomainName> proved)
    {
        var zone = args.Zone.Domain;
        return new Problems("Certificate", name)
            .Unless(args.Zone.IsPublic, $"The zone {zone} is private; ACM could not see its records.")
            .Unless(args.Domains.Count is >= 1 and <= MostDomains, $"It names {args.Domains.Count} domains; allowed are 1 to {MostDomains}.")
            .Unless(
                args.Domains.Count == 0 || $"{args.Domains[0]}".Length <= LongestSubject,
                $"The first domain has more than {LongestSubject} characters; put a shorter one first, such as the zone's own name.")
            .Add(args.Domains.GroupBy(domain => domain).Where(group => group.Count() > 1).Select(group => $"{group.Key} is named {group.Count()} times."))
            // ACM API reference, RequestCertificate, the pattern of DomainName; read 2026-11.
            .Add(proved.Where(domain => $"{domain}".Contains('_', StringComparison.Ordinal))
                .Select(domain => $"{domain} has an underscore, which DNS takes and ACM refuses; expected are letters, digits and hyphens."))
            .Add(proved.Where(domain => !domain.IsWithin(zone))
                .Select(domain => $"{domain} does not lie within the zone {zone}, so it cannot be proved there."))
            .Unless(args.Regions.Count > 0, "No region is given; expected is at least one.")
            .Add(args.Regions.Where(region => !Location.IsRegion(region))
                .Select(region => $"'{region}' is no region; expected is a name such as eu-central-1."))
            .Add(args.Regions.GroupBy(region => region).Where(group => group.Count() > 1)
                .Select(group => $"The region {group.Key} is named {group.Count()} times."))
            .Add(proved.Where(domain => domain.IsWithin(zone))
                .SelectMany(domain => args.Zone.Claim($"certificate '{name}'", domain.LabelsBefore(zone, "_acm-proof"), "CNAME")));
    }

    private static AwsCertificate CreateCertificate(string name, CertificateArgs args, string region, CustomResourceOptions child) =>
        new($"{name}-{region}", new Pulumi.Aws.Acm.CertificateArgs
        {
            Region = region,
            DomainName = $"{args.Domains[0]}",
            SubjectAlternativeNames = args.Domains.Skip(1).Select(domain => $"{domain}").ToList(),
            ValidationMethod = "DNS",
            Tags = args.Naming.Tags($"{name}-{region}"),
        }, child);

    private static Record CreateRecord(string name, CertificateArgs args, DomainName domain, AwsCertificate certificate, CustomResourceOptions child)
    {
        var proof = certificate.DomainValidationOptions.Apply(
            options => options.First(option => option.DomainName == $"{domain}" || option.DomainName == $"*.{domain}"));
        return new Record($"{name}-{domain}", new RecordArgs
        {
            ZoneId = args.Zone.ZoneId,
            Name = proof.Apply(option => option.ResourceRecordName!),
            Type = proof.Apply(option => option.ResourceRecordType!),
            Records = proof.Apply(option => option.ResourceRecordValue!),
            Ttl = RecordTtlSeconds,
        }, child);
    }

    private static Output<string> Validate(string name, string region, AwsCertificate certificate, List<Record> records, CustomResourceOptions child) =>
        new CertificateValidation($"{name}-{region}", new CertificateValidationArgs
        {
            Region = region,
            CertificateArn = certificate.Arn,
            ValidationRecordFqdns = records.Select(record => record.Fqdn).ToList(),
        }, child).CertificateArn;
}

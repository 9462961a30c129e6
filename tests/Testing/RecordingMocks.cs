using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Tests.Testing;

/// <summary>
/// Records what is registered and answers like a provider that accepts everything: inputs come back, and every id is known.
/// In a first preview nothing exists yet, so nothing is known beyond the inputs.
/// </summary>
internal sealed class RecordingMocks(bool isFirstPreview, Func<MockCallArgs, object>? answer = null) : IMocks
{
    public const string DrawnPassword = "DrawnBySecretsManager0";

    private static readonly ImmutableDictionary<string, object> Nothing = ImmutableDictionary<string, object>.Empty;

    private readonly ConcurrentDictionary<(string Type, string Name), ImmutableDictionary<string, object>> _inputs = new();
    private readonly ConcurrentDictionary<(string Type, string Name), ImmutableDictionary<string, object>> _outputs = new();

    public bool IsFirstPreview => isFirstPreview;

    public ImmutableDictionary<string, object> InputsOf(string type, string name) =>
        _inputs.GetValueOrDefault((type, name), Nothing);

    /// <summary>What the provider, or the component itself, gave back.</summary>
    public ImmutableDictionary<string, object> OutputsOf(string type, string name) => _outputs.GetValueOrDefault((type, name), Nothing);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _inputs[(args.Type!, args.Name!)] = args.Inputs;
        if (isFirstPreview) return Task.FromResult<(string?, object)>((null, args.Inputs));

        var computed = ImmutableDictionary.CreateRange<string, object>(
        [
            new("address", $"{args.Name}.example.com"),
            new("arn", $"arn:aws:mock:::{args.Name}"),
            new("arnSuffix", $"{args.Name}-suffix"),
            new("bucket", args.Name!),
            new("bucketRegionalDomainName", $"{args.Name}.s3.example.com"),
            new("clusterIdentifier", args.Name!),
            new("clusterResourceId", $"cluster-{args.Name}"),
            new("dnsName", $"{args.Name}.example.com"),
            new("domainName", $"{args.Name}.example.net"),
            new("domainValidationOptions", ValidationsOf(args.Inputs)),
            new("dsRecord", $"{args.Name} DS"),
            new("fqdn", args.Inputs.GetValueOrDefault("name", args.Name!)),
            new("hostedZoneId", "Z11111111111111111111"),
            new("endpoint", $"{args.Name}.writer.example.com"),
            new("identifier", args.Name!),
            new("keyId", $"{args.Name}-key"),
            new("engineVersionActual", $"{args.Name}-version"),
            new("ipv6CidrBlock", "2001:db8:0:100::/56"),
            new("latestVersion", 7),
            new("name", args.Name!),
            new("readerEndpoint", $"{args.Name}.reader.example.com"),
            new("replicationGroupId", $"{args.Name}-group"),
            new("resourceId", $"db-{args.Name}"),
            new("zoneId", "Z00000000000000000000"),
        ]);
        var state = computed.SetItems(args.Inputs);
        _outputs[(args.Type!, args.Name!)] = state.SetItem("id", $"{args.Name}-id");
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", state));
    }

    // As ACM does: one entry for each name, and a wildcard is proved by the record of its domain.
    private static ImmutableArray<object> ValidationsOf(ImmutableDictionary<string, object> inputs) =>
    [
        .. inputs.Where(input => input.Key == "domainName").Select(input => input.Value)
            .Concat(inputs.GetValueOrDefault("subjectAlternativeNames") is ImmutableArray<object> others ? others : []).OfType<string>()
            .Select(name => ImmutableDictionary.CreateRange<string, object>(
            [
                new("domainName", name),
                new("resourceRecordName", $"_proof.{name.Replace("*.", "", StringComparison.Ordinal)}."),
                new("resourceRecordType", "CNAME"),
                new("resourceRecordValue", $"_value.{name.Replace("*.", "", StringComparison.Ordinal)}.acm-validations.aws."),
            ])),
    ];

    public async Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        var outputs = Nothing;
        foreach (var (name, output) in args.Outputs)
            if (await OutputUtilities.GetValueAsync(output) is { } value) outputs = outputs.SetItem(name, value);

        var parts = args.Urn.Split("::");
        _outputs[(parts[^2].Split('$')[^1], parts[^1])] = outputs;
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult(answer?.Invoke(args) ?? (object)(args.Token switch
    {
        "aws:secretsmanager/getRandomPassword:getRandomPassword" =>
            args.Args.SetItem("id", "password").SetItem("randomPassword", DrawnPassword).SetItem("region", "mock"),
        "aws:ec2/getManagedPrefixList:getManagedPrefixList" => args.Args.SetItem("id", $"pl-{args.Args["region"]}"),
        _ => throw new InvalidOperationException($"The program called the function {args.Token}; components take facts from their arguments."),
    }));
}

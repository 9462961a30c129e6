using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace Infra.Tests.Testing;

/// <summary>
/// Records what is registered and answers like a provider that accepts everything: inputs come back, and every id is known.
/// In a first preview nothing exists yet, so nothing is known beyond the inputs.
/// </summary>
internal sealed class RecordingMocks(bool isFirstPreview) : IMocks
{
    private readonly ConcurrentDictionary<(string Type, string Name), ImmutableDictionary<string, object>> _inputs = new();

    public ImmutableDictionary<string, object> InputsOf(string type, string name) =>
        _inputs.TryGetValue((type, name), out var inputs) ? inputs : ImmutableDictionary<string, object>.Empty;

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _inputs[(args.Type!, args.Name!)] = args.Inputs;
        if (isFirstPreview) return Task.FromResult<(string?, object)>((null, args.Inputs));

        var computed = ImmutableDictionary.CreateRange<string, object>(
        [
            new("arn", $"arn:aws:mock:::{args.Name}"),
            new("bucket", args.Name!),
            new("dnsName", $"{args.Name}.example.com"),
            new("latestVersion", 7),
            new("name", args.Name!),
            new("zoneId", "Z00000000000000000000"),
        ]);
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", computed.SetItems(args.Inputs)));
    }

    public Task<object> CallAsync(MockCallArgs args) =>
        throw new InvalidOperationException($"The program called the function {args.Token}; components take facts from their arguments.");
}

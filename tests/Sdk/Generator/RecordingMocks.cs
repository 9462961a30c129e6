using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace Infra.Tests.Sdk.Generator;

/// <summary>Mocks that keep what they are asked and answer with it.</summary>
internal sealed class RecordingMocks : IMocks
{
    public ConcurrentDictionary<string, MockResourceArgs> Resources { get; } = new(StringComparer.Ordinal);
    public ConcurrentQueue<MockCallArgs> Calls { get; } = [];

    public ImmutableDictionary<string, object> Inputs(string name) => Resources[name].Inputs;

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Resources[args.Name!] = args;
        return Task.FromResult<(string?, object)>(($"id-{args.Name}", args.Inputs));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Calls.Enqueue(args);
        return Task.FromResult<object>(args.Args);
    }
}

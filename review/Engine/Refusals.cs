using System.Collections.Concurrent;
using Infra.Rpc;

namespace Infra.Review.Engine;

/// <summary>What the engine would not do. The run has failed then, even if the program goes on.</summary>
public sealed class Refusals
{
    private readonly ConcurrentDictionary<string, byte> _messages = new(StringComparer.Ordinal);

    public IReadOnlyList<string> All => [.. _messages.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Remembers the refusal; the result is what the program gets to hear.</summary>
    public RpcException Refuse(string message)
    {
        _messages[message] = 0;
        return new RpcException(RpcStatus.Unknown, message);
    }
}

using System.Collections.Concurrent;
using Infra.Rpc.Messages;

namespace Pulumi.Testing;

/// <summary>Keeps the errors that a program logs; nothing else of its log is of use to a test.</summary>
internal sealed class MockEngine : IEngine
{
    private readonly ConcurrentQueue<string> _errors = [];

    public IReadOnlyCollection<string> Errors => _errors;

    public Task LogAsync(LogRequest request)
    {
        if (request.Severity == LogSeverity.Error) _errors.Enqueue(request.Message);
        return Task.CompletedTask;
    }
}

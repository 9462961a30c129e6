using Infra.Rpc.Messages;

namespace Pulumi;

/// <summary>Hands log lines to the engine one after the other, without anyone waiting for it.</summary>
internal sealed class DeploymentLogger(IEngine engine, TaskTracker tasks)
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _stopped = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Whether an error was logged: then the run fails.</summary>
    public bool HasErrors { get; private set; }

    public void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Log(LogSeverity.Debug, message, resource, streamId, ephemeral);

    public void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Log(LogSeverity.Info, message, resource, streamId, ephemeral);

    public void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Log(LogSeverity.Warning, message, resource, streamId, ephemeral);

    public void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Log(LogSeverity.Error, message, resource, streamId, ephemeral);

    /// <summary>Sends what is left, also what waits for the URN of a resource that may never have one.</summary>
    public Task FlushAsync()
    {
        _stopped.TrySetResult();
        lock (_lock) return _last;
    }

    private void Log(LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral)
    {
        if (severity == LogSeverity.Error) HasErrors = true;
        var request = new LogRequest { Severity = severity, Message = message, StreamId = streamId ?? 0, Ephemeral = ephemeral ?? false };
        tasks.Add(resource is null ? Send(request) : SendAboutAsync(resource, request));
    }

    private async Task SendAboutAsync(Resource resource, LogRequest request)
    {
        await Task.WhenAny(resource.Completion.Task, _stopped.Task).ConfigureAwait(false);

        // If the registration failed, that is reported by itself; the message still counts.
        if (resource.Completion.Task.IsCompletedSuccessfully) request.Urn = await resource.GetUrnAsync().ConfigureAwait(false);
        await Send(request).ConfigureAwait(false);
    }

    private Task Send(LogRequest request)
    {
        lock (_lock) return _last = SendAfterAsync(_last, request);
    }

    private async Task SendAfterAsync(Task previous, LogRequest request)
    {
        await previous.ConfigureAwait(false);
        try
        {
            await engine.LogAsync(request).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw new LogException(exception);
        }
    }
}

using Google.Protobuf;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Infra.Rpc;

/// <summary>Serves unary gRPC methods over HTTP/2 without TLS on a free port of 127.0.0.1.</summary>
public sealed class RpcServer : IAsyncDisposable
{
    private static readonly TimeSpan PatienceOnDispose = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, Func<RpcCall, Task>> _handlers = [];
    private LoopbackListener? _listener;

    /// <summary>Host and port, for example <c>127.0.0.1:40123</c>, once started.</summary>
    public string Address => _listener?.Address ?? "";

    /// <summary>
    /// The handler's token fires when the caller has gone, cancelled or run out of time, and when the server gives up waiting on stop.
    /// An <see cref="RpcException"/> of the handler gives the answer's status; any other exception is <see cref="RpcStatus.Unknown"/> with its message.
    /// </summary>
    public RpcServer Map<TRequest, TResponse>(
        RpcMethod<TRequest, TResponse> method, Func<TRequest, CancellationToken, Task<TResponse>> handler)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        _handlers.Add(method.Path, call => call.AnswerAsync(handler));
        return this;
    }

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (_listener is not null) throw new InvalidOperationException($"The server is started already, at {Address}.");
        _listener = await LoopbackListener.StartAsync(new Dispatcher(_handlers), cancellationToken);
    }

    /// <summary>Takes no further call; running ones may end within the time given, then their tokens fire and their connections close.</summary>
    public Task StopAsync(TimeSpan patience) => _listener?.StopAsync(patience) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_listener is null) return;
        await StopAsync(PatienceOnDispose);
        _listener.Dispose();
    }

    private sealed class Dispatcher(Dictionary<string, Func<RpcCall, Task>> handlers) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public async Task ProcessRequestAsync(HttpContext context)
        {
            var call = new RpcCall(context);
            if (!HttpMethods.IsPost(context.Request.Method))
                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            else if (!RpcHeaders.IsContentType(context.Request.ContentType))
                context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            else if (handlers.TryGetValue(context.Request.Path.Value ?? "", out var handler))
                await handler(call);
            else
                call.End(RpcStatus.Unimplemented, $"Method {context.Request.Path} is not served here.");
        }

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }
    }
}

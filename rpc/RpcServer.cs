using System.Net;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Infra.Rpc;

/// <summary>Serves unary gRPC methods over HTTP/2 without TLS on a free port of 127.0.0.1.</summary>
public sealed class RpcServer : IAsyncDisposable
{
    private readonly Dictionary<string, Func<HttpContext, Task>> _handlers = [];
    private WebApplication? _application;

    /// <summary>Host and port, for example <c>127.0.0.1:40123</c>, once started.</summary>
    public string Address { get; private set; } = "";

    public RpcServer Map<TRequest, TResponse>(
        RpcMethod<TRequest, TResponse> method, Func<TRequest, CancellationToken, Task<TResponse>> handler)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        _handlers.Add(method.Path, context => AnswerAsync(context, handler));
        return this;
    }

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        _application = builder.Build();
        _application.Run(DispatchAsync);
        await _application.StartAsync(cancellationToken);
        Address = new Uri(_application.Urls.Single()).Authority;
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null) await _application.DisposeAsync();
    }

    private Task DispatchAsync(HttpContext context) =>
        _handlers.TryGetValue(context.Request.Path.Value ?? "", out var handler)
            ? handler(context)
            : EndAsync(context, RpcStatus.Unimplemented, $"Method {context.Request.Path} is not served here.");

    private static async Task AnswerAsync<TRequest, TResponse>(
        HttpContext context, Func<TRequest, CancellationToken, Task<TResponse>> handler)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        context.Response.ContentType = "application/grpc";
        try
        {
            var request = await MessageFrame.ReadAsync<TRequest>(context.Request.Body, context.RequestAborted);
            var response = await handler(request, context.RequestAborted);
            await context.Response.Body.WriteAsync(MessageFrame.Write(response), context.RequestAborted);
            await EndAsync(context, RpcStatus.Ok, "");
        }
        catch (RpcException exception)
        {
            await EndAsync(context, exception.Status, exception.Message);
        }
    }

    private static Task EndAsync(HttpContext context, RpcStatus status, string detail)
    {
        context.Response.ContentType ??= "application/grpc";
        context.Response.AppendTrailer("grpc-status", ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (detail.Length > 0) context.Response.AppendTrailer("grpc-message", Uri.EscapeDataString(detail));
        return Task.CompletedTask;
    }
}

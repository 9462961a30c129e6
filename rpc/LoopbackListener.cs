using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Infra.Rpc;

/// <summary>Kestrel by itself: a web application with its host, configuration and services takes twice as long to start.</summary>
internal sealed class LoopbackListener : IDisposable
{
    // One stream per running call. Kestrel's default of 100 would make a program with thousands of open registrations wait.
    private const int StreamsPerConnection = 100_000;

    private const int StreamWindow = 8 * 1024 * 1024;
    private const int ConnectionWindow = 2 * StreamWindow;
    private const int FrameSize = 256 * 1024;

    private readonly KestrelServer _server;

    private LoopbackListener(KestrelServer server) => _server = server;

    public string Address => new Uri(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Authority;

    public static async Task<LoopbackListener> StartAsync(IHttpApplication<HttpContext> application, CancellationToken cancellationToken)
    {
        var options = new KestrelServerOptions { ApplicationServices = new NoServices(), AddServerHeader = false };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Limits.Http2.MaxStreamsPerConnection = StreamsPerConnection;
        options.Limits.Http2.InitialStreamWindowSize = StreamWindow;
        options.Limits.Http2.InitialConnectionWindowSize = ConnectionWindow;
        options.Limits.Http2.MaxFrameSize = FrameSize;
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);

        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        await server.StartAsync(application, cancellationToken);
        return new LoopbackListener(server);
    }

    public async Task StopAsync(TimeSpan patience)
    {
        using var giveUp = new CancellationTokenSource();
        giveUp.CancelAfter(patience);
        await _server.StopAsync(giveUp.Token);
    }

    public void Dispose() => _server.Dispose();

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Infra.Components.Compute;
using Infra.Tests.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Infra.Tests.Components.Compute;

/// <summary>The nginx of this machine with a generated configuration, in front of a small application; both on free ports.</summary>
internal sealed class RunningNginx : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly DirectoryInfo _folder;
    private readonly Process _nginx;

    private RunningNginx(WebApplication application, DirectoryInfo folder, Process nginx, Uri address)
    {
        _application = application;
        _folder = folder;
        _nginx = nginx;
        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 100 }) { BaseAddress = address };
    }

    /// <summary>Unpacks nothing and follows nothing.</summary>
    public HttpClient Client { get; }

    public static async Task<RunningNginx> StartAsync(WebServer server, Action<IApplicationBuilder> application)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var backend = builder.Build();
        application(backend);
        await backend.StartAsync();

        var folder = Directory.CreateTempSubdirectory("nginx");
        var port = FreePort();
        var placed = server with
        {
            Application = server.Application with { Port = new Uri(backend.Urls.Single()).Port },
            Root = Path.Combine(folder.FullName, "web"),
            User = Environment.UserName,
        };
        WriteStaticFiles(placed.Root);
        var file = Path.Combine(folder.FullName, "nginx.conf");
        var folders = new NginxFolders("/etc/nginx", folder.FullName, folder.FullName);
        await File.WriteAllTextAsync(file, NginxConfiguration.Of(placed, $"127.0.0.1:{port}", folders));

        await Tool.RunAsync("nginx", "-t", "-c", file);
        var nginx = Tool.Start("nginx", ["-c", file, "-g", "daemon off;"]);
        var running = new RunningNginx(backend, folder, nginx, new Uri($"http://127.0.0.1:{port}"));
        await running.WaitAsync();
        return running;
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return Client.SendAsync(request);
    }

    /// <summary>What is logged, once this is in it: nginx writes a line after it has sent the answer.</summary>
    public async Task<string> AccessLogAsync(string awaited)
    {
        var file = Path.Combine(_folder.FullName, "access.log");
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var log = await File.ReadAllTextAsync(file);
            if (log.Contains(awaited, StringComparison.Ordinal)) return log;
            await Task.Delay(50);
        }
        throw new TimeoutException($"nginx did not log {awaited} within five seconds, but:\n{await File.ReadAllTextAsync(file)}");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _nginx.Kill(entireProcessTree: true);
        await _nginx.WaitForExitAsync();
        _nginx.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static void WriteStaticFiles(string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "static"));
        File.WriteAllText(Path.Combine(folder.FullName, "site.css"), string.Concat(Enumerable.Repeat("body { margin: 0 }\n", 200)));
        File.WriteAllText(Path.Combine(folder.FullName, "app.0a1b2c3d.js"), "run()");
        File.WriteAllText(Path.Combine(folder.FullName, ".secret"), "hidden");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitAsync()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (_nginx.HasExited) throw new InvalidOperationException($"nginx ended: {await _nginx.StandardError.ReadToEndAsync()}");
            using var socket = new TcpClient();
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, Client.BaseAddress!.Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }
        throw new TimeoutException("nginx did not listen within five seconds.");
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Data;

/// <summary>The Redis of this machine with the settings of a parameter group, on a free port of the loopback address.</summary>
internal sealed class RunningRedis : IAsyncDisposable
{
    // A node of a cluster also listens on the port that lies so far above its own.
    private const int ClusterPortOffset = 10_000;

    private readonly DirectoryInfo _folder;
    private readonly Process _redis;
    private readonly string _port;

    private RunningRedis(DirectoryInfo folder, Process redis, string port) => (_folder, _redis, _port) = (folder, redis, port);

    public static async Task<RunningRedis> StartAsync(IEnumerable<KeyValuePair<string, string>> settings)
    {
        var folder = Directory.CreateTempSubdirectory("redis");
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        string[] own = ["--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder.FullName];
        var running = new RunningRedis(folder,
            Tool.Start("redis-server", [.. own, .. settings.SelectMany(setting => new[] { $"--{setting.Key}", setting.Value })]), port);
        await running.WaitAsync();
        return running;
    }

    /// <summary>The lines of the answer; errors are lines, too.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(params IEnumerable<string> command) =>
        (await Tool.RunAsync("redis-cli", ["-p", _port, .. command])).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public async ValueTask DisposeAsync()
    {
        if (!_redis.HasExited) _redis.Kill();
        await _redis.WaitForExitAsync();
        _redis.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task WaitAsync()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (_redis.HasExited) throw new InvalidOperationException("redis-server refused its settings:\n"
                + $"{await _redis.StandardOutput.ReadToEndAsync()}{await _redis.StandardError.ReadToEndAsync()}");
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, int.Parse(_port, CultureInfo.InvariantCulture));
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException("redis-server does not answer.");
    }

    private static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (port + ClusterPortOffset <= IPEndPoint.MaxPort) return port;
        }
    }
}

using Google.Protobuf.WellKnownTypes;
using Infra.Rpc;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;

namespace Infra.Policies.Pack;

/// <summary>Serves one engine until it says cancel or goes away.</summary>
internal static class PackServer
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PatienceForAnswers = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(string engine, TextWriter output, CancellationTokenSource end)
    {
        var service = new AnalyzerService(PolicyPack.Essential, ReadWaivers);
        await using var server = new RpcServer()
            .Map(Analyzer.Handshake, (_, _) => Task.FromResult(new AnalyzerHandshakeResponse()))
            .Map(Analyzer.ConfigureStack, (request, _) => Task.FromResult(service.ConfigureStack(request)))
            .Map(Analyzer.GetPluginInfo, (_, _) => Task.FromResult(new PluginInfo { Version = AnalyzerService.Version }))
            .Map(Analyzer.GetAnalyzerInfo, (_, _) => Task.FromResult(service.GetAnalyzerInfo()))
            .Map(Analyzer.Configure, (request, _) => Task.FromResult(service.Configure(request)))
            .Map(Analyzer.Analyze, (request, _) => Task.FromResult(service.Analyze(request)))
            .Map(Analyzer.Remediate, (request, _) => Task.FromResult(service.Remediate(request)))
            .Map(Analyzer.AnalyzeStack, (request, _) => Task.FromResult(service.AnalyzeStack(request)))
            .Map(Analyzer.Cancel, (_, _) =>
            {
                end.CancelAfter(TimeSpan.FromMilliseconds(50));
                return Task.FromResult(new Empty());
            });
        await server.StartAsync();
        await output.WriteLineAsync(server.Address[(server.Address.LastIndexOf(':') + 1)..]);
        await output.FlushAsync();

        await WatchAsync(engine, end.Token);
        await server.StopAsync(PatienceForAnswers);
        return 0;
    }

    // Pulumi starts a pack in the folder of the program, which lies in the project's or is it.
    private static WaiverList ReadWaivers() => WaiverFile.ProjectFolderAbove(Environment.CurrentDirectory) is { } project
        ? WaiverFile.Read(project, PolicyPack.Essential.Rules, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime))
        : WaiverList.None;

    // An engine that was killed never says cancel. Any answer, a refusal too, shows that it is there.
    private static async Task WatchAsync(string engine, CancellationToken end)
    {
        try
        {
            using var channel = new RpcChannel(engine);
            while (await IsThereAsync(channel, end)) await Task.Delay(BetweenLooks, end);
        }
        catch (OperationCanceledException)
        {
            // Asked to end.
        }
    }

    private static async Task<bool> IsThereAsync(RpcChannel channel, CancellationToken end)
    {
        try
        {
            await channel.CallAsync(Engine.GetRootResource, new(), deadline: TimeSpan.FromSeconds(30), cancellationToken: end);
            return true;
        }
        catch (RpcException exception)
        {
            end.ThrowIfCancellationRequested();
            return exception.Status != RpcStatus.Unavailable;
        }
    }
}

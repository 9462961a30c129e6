using Google.Protobuf.WellKnownTypes;
using Infra.Review.Engine.Registration;
using Infra.Review.Model;
using Infra.Rpc;
using Infra.Rpc.Messages;

namespace Infra.Review.Engine.Services;

/// <summary>Serves <c>Engine</c>: what a program says about itself.</summary>
public sealed class EngineService(ResourceRegistry registry, DiagnosticLog log)
{
    public void MapTo(RpcServer server) => server
        .Map(Rpc.Protocol.Engine.Log, (request, _) => Task.FromResult(Log(request)))
        .Map(Rpc.Protocol.Engine.GetRootResource, (GetRootResourceRequest _, CancellationToken _) =>
            Task.FromResult(new GetRootResourceResponse { Urn = registry.StackUrn ?? "" }))
        .Map(Rpc.Protocol.Engine.SetRootResource, (SetRootResourceRequest _, CancellationToken _) => Task.FromResult(new SetRootResourceResponse()))
        .Map(Rpc.Protocol.Engine.StartDebugging, (StartDebuggingRequest _, CancellationToken _) => Task.FromResult(new Empty()))
        .Map(Rpc.Protocol.Engine.RequirePulumiVersion, (RequirePulumiVersionRequest _, CancellationToken _) =>
            Task.FromResult(new RequirePulumiVersionResponse()));

    private Empty Log(LogRequest request)
    {
        DiagnosticSeverity? severity = request.Severity switch
        {
            LogSeverity.Error => DiagnosticSeverity.Error,
            LogSeverity.Warning => DiagnosticSeverity.Warning,
            LogSeverity.Info => DiagnosticSeverity.Info,
            _ => null,
        };
        // Debug lines come in thousands, and ephemeral ones are meant to vanish.
        if (severity is { } kept && !request.Ephemeral) log.Add(kept, request.Message, request.Urn);
        return new Empty();
    }
}

using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Messages;

namespace Infra.Rpc.Protocol;

/// <summary>What the engine asks of a policy pack.</summary>
public static class Analyzer
{
    public static readonly RpcMethod<AnalyzeRequest, AnalyzeResponse> Analyze = new("pulumirpc.Analyzer", "Analyze");
    public static readonly RpcMethod<AnalyzeStackRequest, AnalyzeResponse> AnalyzeStack = new("pulumirpc.Analyzer", "AnalyzeStack");
    public static readonly RpcMethod<AnalyzeRequest, RemediateResponse> Remediate = new("pulumirpc.Analyzer", "Remediate");
    public static readonly RpcMethod<Empty, AnalyzerInfo> GetAnalyzerInfo = new("pulumirpc.Analyzer", "GetAnalyzerInfo");
    public static readonly RpcMethod<Empty, PluginInfo> GetPluginInfo = new("pulumirpc.Analyzer", "GetPluginInfo");
    public static readonly RpcMethod<ConfigureAnalyzerRequest, Empty> Configure = new("pulumirpc.Analyzer", "Configure");
    public static readonly RpcMethod<AnalyzerHandshakeRequest, AnalyzerHandshakeResponse> Handshake = new("pulumirpc.Analyzer", "Handshake");
    public static readonly RpcMethod<AnalyzerStackConfigureRequest, AnalyzerStackConfigureResponse> ConfigureStack =
        new("pulumirpc.Analyzer", "ConfigureStack");
    public static readonly RpcMethod<Empty, Empty> Cancel = new("pulumirpc.Analyzer", "Cancel");
}

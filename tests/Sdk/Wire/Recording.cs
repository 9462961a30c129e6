using Infra.Rpc.Messages;

namespace Infra.Tests.Sdk.Wire;

/// <summary>Everything one program sent, in order of arrival, each request with the URN that the engine formed for it.</summary>
internal sealed class Recording
{
    public List<string> Features { get; } = [];
    public List<LogRequest> Logs { get; } = [];
    public List<(string Urn, RegisterResourceRequest Request)> Registrations { get; } = [];
    public List<(string Urn, ReadResourceRequest Request)> Reads { get; } = [];
    public List<RegisterResourceOutputsRequest> Outputs { get; } = [];
    public List<ResourceInvokeRequest> Invokes { get; } = [];
    public List<ResourceCallRequest> Calls { get; } = [];
    public List<RegisterResourceHookRequest> Hooks { get; } = [];
}

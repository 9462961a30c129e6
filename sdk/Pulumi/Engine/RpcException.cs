namespace Grpc.Core;

/// <summary>A refused call, under the name and with the text that programs and their logs know from the official SDK.</summary>
internal sealed class RpcException(Infra.Rpc.RpcException exception)
    : Exception($"Status(StatusCode=\"{exception.Status}\", Detail=\"{exception.Message}\")", exception);

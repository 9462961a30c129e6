namespace Infra.Rpc;

/// <summary>A call ended with a status other than <see cref="RpcStatus.Ok"/>.</summary>
public sealed class RpcException(RpcStatus status, string detail, Exception? innerException = null)
    : Exception(detail, innerException)
{
    public RpcStatus Status { get; } = status;
}

using System.Net;
using System.Net.Sockets;

namespace Infra.Rpc;

/// <summary>The status of a call that did not end with one of the server's own.</summary>
internal static class TransportFailure
{
    // The error codes of HTTP/2, RFC 9113 section 7.
    private const long ProtocolError = 1;
    private const long FrameSizeError = 6;
    private const long RefusedStream = 7;
    private const long Cancel = 8;
    private const long EnhanceYourCalm = 11;

    public static RpcException Of(Exception exception, string address)
    {
        var causes = Causes(exception).ToList();
        if (causes.OfType<RpcException>().FirstOrDefault() is { } own) return own;
        if (causes.OfType<HttpProtocolException>().FirstOrDefault() is { } reset)
        {
            if (reset.ErrorCode is ProtocolError or FrameSizeError)
                return new(RpcStatus.Unavailable, $"The server at {address} does not speak HTTP/2: {reset.Message.TrimEnd('.')}.", exception);
            return new(StatusOf(reset.ErrorCode), $"The server at {address} broke off the call (HTTP/2 error {reset.ErrorCode}).", exception);
        }

        return exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } =>
                new(RpcStatus.Unavailable, $"No server can be reached at {address}: {ReasonOf(causes)}.", exception),
            _ => new(RpcStatus.Unavailable, $"The connection to {address} was lost: {ReasonOf(causes)}.", exception),
        };
    }

    /// <summary>After https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md.</summary>
    public static RpcStatus StatusOf(HttpStatusCode code) => code switch
    {
        HttpStatusCode.BadRequest => RpcStatus.Internal,
        HttpStatusCode.Unauthorized => RpcStatus.Unauthenticated,
        HttpStatusCode.Forbidden => RpcStatus.PermissionDenied,
        HttpStatusCode.NotFound => RpcStatus.Unimplemented,
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
            RpcStatus.Unavailable,
        _ => RpcStatus.Unknown,
    };

    private static RpcStatus StatusOf(long errorCode) => errorCode switch
    {
        RefusedStream => RpcStatus.Unavailable,
        Cancel => RpcStatus.Cancelled,
        EnhanceYourCalm => RpcStatus.ResourceExhausted,
        _ => RpcStatus.Internal,
    };

    private static string ReasonOf(IReadOnlyList<Exception> causes)
    {
        var reason = causes.FirstOrDefault(cause => cause is SocketException) ?? causes[^1];
        return reason.Message.TrimEnd('.');
    }

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException) yield return cause;
    }
}

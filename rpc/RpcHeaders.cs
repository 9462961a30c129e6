using System.Diagnostics.CodeAnalysis;

namespace Infra.Rpc;

internal static class RpcHeaders
{
    public const string ContentType = "application/grpc";
    public const string Encoding = "grpc-encoding";
    public const string AcceptEncoding = "grpc-accept-encoding";
    public const string Timeout = "grpc-timeout";
    public const string Status = "grpc-status";
    public const string Message = "grpc-message";

    public const string NoEncoding = "identity";

    /// <summary>Whether it is gRPC with protobuf messages: <c>application/grpc</c> or <c>application/grpc+proto</c>, with or without parameters.</summary>
    public static bool IsContentType([NotNullWhen(true)] string? contentType)
    {
        if (contentType is null || !contentType.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase)) return false;
        var rest = contentType.AsSpan(ContentType.Length);
        if (rest.StartsWith("+proto", StringComparison.OrdinalIgnoreCase)) rest = rest["+proto".Length..];
        return rest.IsEmpty || rest[0] is ';' or ' ';
    }
}

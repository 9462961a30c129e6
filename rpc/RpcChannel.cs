using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Infra.Rpc;

/// <summary>Calls unary gRPC methods of one server over HTTP/2 without TLS.</summary>
/// <param name="address">Host and port, for example <c>127.0.0.1:40123</c>.</param>
public sealed class RpcChannel(string address) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = true })
    {
        BaseAddress = new Uri($"http://{address}"),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <exception cref="RpcException">The server answered with a status other than OK, or could not be reached.</exception>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        RpcMethod<TRequest, TResponse> method, TRequest request, TimeSpan? deadline = null, CancellationToken cancellationToken = default)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        _ = deadline;
        using var message = new HttpRequestMessage(HttpMethod.Post, method.Path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(MessageFrame.Write(request)),
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        message.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));

        using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        ThrowUnlessOk(response.Headers);
        try
        {
            var result = await MessageFrame.ReadAsync<TResponse>(body, cancellationToken);
            await body.CopyToAsync(Stream.Null, cancellationToken);
            ThrowUnlessOk(response.TrailingHeaders);
            return result;
        }
        catch (EndOfStreamException)
        {
            ThrowUnlessOk(response.TrailingHeaders);
            throw;
        }
    }

    public void Dispose() => _client.Dispose();

    private static void ThrowUnlessOk(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("grpc-status", out var values)) return;
        var status = (RpcStatus)int.Parse(values.Single(), CultureInfo.InvariantCulture);
        if (status == RpcStatus.Ok) return;
        var detail = headers.TryGetValues("grpc-message", out var messages) ? Uri.UnescapeDataString(messages.Single()) : "";
        throw new RpcException(status, detail);
    }
}

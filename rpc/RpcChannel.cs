using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using Google.Protobuf;

namespace Infra.Rpc;

/// <summary>Calls unary gRPC methods of one server over HTTP/2 without TLS. Any number of calls may run at once.</summary>
public sealed class RpcChannel : IDisposable
{
    private const int StreamWindow = 8 * 1024 * 1024;
    private static readonly StreamPipeReaderOptions ReaderOptions = new(bufferSize: 16 * 1024);

    private readonly HttpMessageInvoker _invoker;
    private readonly CancellationTokenSource _closed = new();
    private readonly Uri _server;

    /// <param name="address">Host and port, for example <c>127.0.0.1:40123</c>.</param>
    public RpcChannel(string address)
    {
        if (!Uri.TryCreate($"http://{address}", UriKind.Absolute, out var server) || server.Authority != address)
            throw new ArgumentException(
                $"'{address}' is not the address of a gRPC server; expected is host:port, for example 127.0.0.1:40123.", nameof(address));
        _server = server;
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            EnableMultipleHttp2Connections = true,
            InitialHttp2StreamWindowSize = StreamWindow,
        });
    }

    /// <param name="method">What to call.</param>
    /// <param name="request">Its one message.</param>
    /// <param name="deadline">How long the call may take in all; the server is told, and both sides end the call then.</param>
    /// <param name="cancellationToken">Cancels the call here and the handler's token there.</param>
    /// <exception cref="RpcException">
    /// The server answered with a status other than OK, could not be reached, or did not answer in gRPC; the deadline passed; the call was cancelled.
    /// </exception>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        RpcMethod<TRequest, TResponse> method, TRequest request, TimeSpan? deadline = null, CancellationToken cancellationToken = default)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        var path = method.Path;
        if (deadline <= TimeSpan.Zero) throw DeadlineExceeded(path, deadline.Value);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closed.Token);
        if (deadline is not null) CallTimeout.CancelAfter(end, deadline.Value);
        try
        {
            end.Token.ThrowIfCancellationRequested();
            return await ExchangeAsync<TResponse>(path, request, deadline, end.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException)
        {
            if (cancellationToken.IsCancellationRequested) throw new RpcException(RpcStatus.Cancelled, $"The call of {path} was cancelled.", exception);
            if (_closed.IsCancellationRequested) throw new RpcException(RpcStatus.Cancelled, $"The channel was closed during the call of {path}.", exception);
            if (end.IsCancellationRequested) throw DeadlineExceeded(path, deadline!.Value, exception);
            throw TransportFailure.Of(exception, _server.Authority);
        }
    }

    /// <summary>Cancels the calls that are still running.</summary>
    public void Dispose()
    {
        _closed.Cancel();
        _invoker.Dispose();
    }

    private async Task<TResponse> ExchangeAsync<TResponse>(string path, IMessage request, TimeSpan? deadline, CancellationToken cancellationToken)
        where TResponse : IMessage<TResponse>, new()
    {
        using var content = new MessageContent(request);
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(_server, path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        message.Headers.TryAddWithoutValidation("te", "trailers");
        if (deadline is not null) message.Headers.TryAddWithoutValidation(RpcHeaders.Timeout, CallTimeout.Write(deadline.Value));

        using var response = await _invoker.SendAsync(message, cancellationToken);
        ThrowUnlessGrpc(response);
        var body = PipeReader.Create(await response.Content.ReadAsStreamAsync(cancellationToken), ReaderOptions);
        try
        {
            return await ReadAnswerAsync<TResponse>(response, body, cancellationToken);
        }
        finally
        {
            await body.CompleteAsync();
        }
    }

    private static async Task<TResponse> ReadAnswerAsync<TResponse>(HttpResponseMessage response, PipeReader body, CancellationToken cancellationToken)
        where TResponse : IMessage<TResponse>, new()
    {
        TResponse answer;
        try
        {
            answer = await MessageFrame.ReadOnlyMessageAsync<TResponse>(body, cancellationToken);
        }
        catch (RpcException framing)
        {
            // A call that failed has no message: then its status tells what happened, not the missing message.
            throw FailureOf(response) ?? framing;
        }

        if (HeaderOf(response, RpcHeaders.Status) is null)
            throw new RpcException(RpcStatus.Unknown, $"The server ended the call without {RpcHeaders.Status}.");
        return FailureOf(response) is { } failure ? throw failure : answer;
    }

    private static RpcException? FailureOf(HttpResponseMessage response)
    {
        if (HeaderOf(response, RpcHeaders.Status) is not { } text) return null;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) || !Enum.IsDefined((RpcStatus)code))
            return new(RpcStatus.Unknown, $"The server ended the call with {RpcHeaders.Status} '{text}', which is not a status of gRPC.");
        return code == (int)RpcStatus.Ok ? null : new((RpcStatus)code, StatusText.Decode(HeaderOf(response, RpcHeaders.Message) ?? ""));
    }

    private static string? HeaderOf(HttpResponseMessage response, string name)
    {
        if (response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values))
            return string.Join(',', values);
        return null;
    }

    private static RpcException DeadlineExceeded(string path, TimeSpan deadline, Exception? cause = null) =>
        new(
            RpcStatus.DeadlineExceeded,
            $"The call of {path} took longer than its deadline of {deadline.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s.",
            cause);

    private void ThrowUnlessGrpc(HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new RpcException(TransportFailure.StatusOf(response.StatusCode),
                $"The server at {_server.Authority} answered with HTTP status {(int)response.StatusCode} instead of gRPC.");
        }

        var contentType = response.Content.Headers.ContentType?.ToString();
        if (!RpcHeaders.IsContentType(contentType))
        {
            throw new RpcException(RpcStatus.Unknown,
                $"The server at {_server.Authority} answered with the content type '{contentType}'; expected is {RpcHeaders.ContentType}.");
        }
    }
}

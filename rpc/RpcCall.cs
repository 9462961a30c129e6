using System.Globalization;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace Infra.Rpc;

/// <summary>One call as the server sees it: from the request's headers to the status in the answer's trailers.</summary>
internal sealed class RpcCall(HttpContext context)
{
    private CancellationToken CallerGone => context.RequestAborted;

    public async Task AnswerAsync<TRequest, TResponse>(Func<TRequest, CancellationToken, Task<TResponse>> handler)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        context.Response.ContentType = RpcHeaders.ContentType;
        var (status, detail) = await AttemptAsync(handler);
        End(status, detail);
    }

    public void End(RpcStatus status, string detail)
    {
        context.Response.ContentType = RpcHeaders.ContentType;
        context.Response.AppendTrailer(RpcHeaders.Status, ((int)status).ToString(CultureInfo.InvariantCulture));
        if (detail.Length > 0) context.Response.AppendTrailer(RpcHeaders.Message, StatusText.Encode(detail));
    }

    private async Task<(RpcStatus Status, string Detail)> AttemptAsync<TRequest, TResponse>(Func<TRequest, CancellationToken, Task<TResponse>> handler)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        CancellationTokenSource? expiry = null;
        try
        {
            RefuseCompression();
            expiry = StartTimeout();
            var token = expiry?.Token ?? CallerGone;
            var request = await MessageFrame.ReadOnlyMessageAsync<TRequest>(context.Request.BodyReader, token);
            var response = await handler(request, token).WaitAsync(token);
            MessageFrame.Write(context.Response.BodyWriter, response);
            return (RpcStatus.Ok, "");
        }
        catch (RpcException exception)
        {
            return (exception.Status, exception.Message);
        }
        catch (Exception) when (CallerGone.IsCancellationRequested)
        {
            return (RpcStatus.Cancelled, "The caller has gone.");
        }
        catch (OperationCanceledException) when (expiry is { IsCancellationRequested: true })
        {
            return (RpcStatus.DeadlineExceeded, $"{context.Request.Path} took longer than the caller's deadline ({TimeoutHeader}).");
        }
        catch (Exception exception)
        {
            return (RpcStatus.Unknown, exception.Message);
        }
        finally
        {
            expiry?.Dispose();
        }
    }

    private string TimeoutHeader => context.Request.Headers[RpcHeaders.Timeout].ToString();

    private CancellationTokenSource? StartTimeout()
    {
        if (TimeoutHeader is not { Length: > 0 } header) return null;
        if (CallTimeout.Read(header) is not { } timeout)
            throw new RpcException(RpcStatus.InvalidArgument,
                $"{RpcHeaders.Timeout} is '{header}'; allowed are one to eight digits and a unit of H, M, S, m, u, n, for example 1500m.");

        var expiry = CancellationTokenSource.CreateLinkedTokenSource(CallerGone);
        CallTimeout.CancelAfter(expiry, timeout);
        return expiry;
    }

    private void RefuseCompression()
    {
        var encoding = context.Request.Headers[RpcHeaders.Encoding].ToString();
        if (encoding is "" or RpcHeaders.NoEncoding) return;
        context.Response.Headers[RpcHeaders.AcceptEncoding] = RpcHeaders.NoEncoding;
        throw new RpcException(RpcStatus.Unimplemented,
            $"{RpcHeaders.Encoding} is '{encoding}', which is not supported here; allowed is {RpcHeaders.NoEncoding}.");
    }
}

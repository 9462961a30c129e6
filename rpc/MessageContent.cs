using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Infra.Rpc;

/// <summary>The body of a request: one framed message, written in pooled pieces.</summary>
internal sealed class MessageContent : HttpContent
{
    private static readonly StreamPipeWriterOptions WriterOptions = new(minimumBufferSize: 16 * 1024, leaveOpen: true);

    private readonly IMessage _message;
    private readonly int _messageLength;

    public MessageContent(IMessage message)
    {
        _message = message;
        _messageLength = MessageFrame.LengthOf(message);
        Headers.ContentType = new MediaTypeHeaderValue(RpcHeaders.ContentType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var writer = PipeWriter.Create(stream, WriterOptions);
        try
        {
            MessageFrame.Write(writer, _message, _messageLength);
            await writer.FlushAsync(cancellationToken);
        }
        finally
        {
            // With an exception, so that what could not be sent is dropped instead of being flushed again.
            await writer.CompleteAsync(new OperationCanceledException());
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = MessageFrame.PrefixLength + (long)_messageLength;
        return true;
    }
}

using System.Buffers;
using System.IO.Pipelines;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Infra.Rpc;
using Infra.Rpc.Messages;

namespace Infra.Tests.Rpc;

public sealed class MessageFrameTests
{
    [Fact]
    public void Any_message_in_any_pieces_is_read_as_it_was_written()
    {
        var property = Prop.ForAll<NonNull<string>, NonNull<byte[]>, PositiveInt>((token, request, pieceLength) =>
        {
            var message = new CallbackInvokeRequest { Token = WellFormed(token.Get), Request = ByteString.CopyFrom(request.Get) };

            return ReadInPiecesAsync(Frame(message), pieceLength.Get).GetAwaiter().GetResult().Equals(message);
        });

        property.QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_message_cut_off_anywhere_is_refused()
    {
        var property = Prop.ForAll<NonNull<byte[]>, NonNegativeInt>((request, cut) =>
        {
            var frame = Frame(new CallbackInvokeRequest { Token = "token", Request = ByteString.CopyFrom(request.Get) });
            var failure = Should.Throw<RpcException>(() => ReadInPiecesAsync(frame[..(cut.Get % frame.Length)], 7));

            return failure.Status is RpcStatus.Internal or RpcStatus.Unimplemented && failure.Message.Length > 0;
        });

        property.QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_bytes_are_a_message_or_a_refusal()
    {
        var property = Prop.ForAll<NonNull<byte[]>>(bytes =>
        {
            byte[] frame = [0, 0, 0, 0, (byte)bytes.Get.Length, .. bytes.Get];
            try
            {
                return ReadInPiecesAsync(frame, 3).GetAwaiter().GetResult() is not null;
            }
            catch (RpcException exception)
            {
                return exception.Status == RpcStatus.Internal;
            }
        });

        property.QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task The_longest_message_is_refused_by_its_length_alone_when_it_is_one_byte_longer()
    {
        byte[] allowed = [0, 0x19, 0, 0, 0];
        byte[] tooLong = [0, 0x19, 0, 0, 1];

        var cutOff = await Should.ThrowAsync<RpcException>(() => ReadInPiecesAsync(allowed, 5));
        var refused = await Should.ThrowAsync<RpcException>(() => ReadInPiecesAsync(tooLong, 5));

        cutOff.Message.ShouldBe("The message is cut off after 0 of 419430400 bytes.");
        refused.Status.ShouldBe(RpcStatus.ResourceExhausted);
        refused.Message.ShouldBe("The message has 419430401 bytes; allowed are at most 419430400.");
    }

    private static byte[] Frame(IMessage message)
    {
        var writer = new ArrayBufferWriter<byte>();
        MessageFrame.Write(writer, message);
        return writer.WrittenSpan.ToArray();
    }

    private static async Task<CallbackInvokeRequest> ReadInPiecesAsync(byte[] frame, int pieceLength)
    {
        var pipe = new Pipe();
        var reading = MessageFrame.ReadOnlyMessageAsync<CallbackInvokeRequest>(pipe.Reader).AsTask();
        foreach (var piece in frame.Chunk(pieceLength)) await pipe.Writer.WriteAsync(piece);
        await pipe.Writer.CompleteAsync();
        return await reading;
    }

    // A lone surrogate is no text, and protobuf refuses to write it.
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}

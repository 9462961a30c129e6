using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Google.Protobuf;

namespace Infra.Rpc;

/// <summary>gRPC's length-prefixed message: one flag byte, four length bytes (big-endian), the protobuf bytes.</summary>
public static class MessageFrame
{
    public const int PrefixLength = 5;

    /// <summary>400 MiB, the limit that Pulumi's engine and SDKs set for a message.</summary>
    public const int MaximumLength = 400 * 1024 * 1024;

    /// <summary>The message's own length, without the prefix.</summary>
    /// <exception cref="RpcException">The message is larger than <see cref="MaximumLength"/>.</exception>
    public static int LengthOf(IMessage message)
    {
        var length = message.CalculateSize();
        ThrowIfTooLong((uint)length);
        return length;
    }

    public static void Write(IBufferWriter<byte> target, IMessage message) => Write(target, message, LengthOf(message));

    internal static void Write(IBufferWriter<byte> target, IMessage message, int length)
    {
        var prefix = target.GetSpan(PrefixLength);
        prefix[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(prefix[1..], length);
        target.Advance(PrefixLength);
        message.WriteTo(target);
    }

    /// <summary>Reads to the end of the source, which must hold exactly one message.</summary>
    /// <exception cref="RpcException">No message, more than one, a compressed, truncated, too large or malformed one.</exception>
    public static async ValueTask<T> ReadOnlyMessageAsync<T>(PipeReader source, CancellationToken cancellationToken = default)
        where T : IMessage<T>, new()
    {
        while (true)
        {
            var result = await source.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            if (buffer.Length >= PrefixLength) CheckLength(buffer);
            if (result.IsCompleted)
            {
                var message = Parse<T>(buffer);
                source.AdvanceTo(buffer.End);
                return message;
            }

            // Nothing is consumed but all is examined: the pipe keeps the bytes and lets the sender go on.
            source.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static void CheckLength(ReadOnlySequence<byte> buffer)
    {
        var length = AnnouncedLength(buffer);
        ThrowIfTooLong(length);
        if (buffer.Length > PrefixLength + (long)length)
            throw new RpcException(RpcStatus.Unimplemented, $"More bytes follow the message of {length} bytes; a unary call takes exactly one message.");
    }

    private static uint AnnouncedLength(ReadOnlySequence<byte> buffer)
    {
        Span<byte> prefix = stackalloc byte[PrefixLength];
        buffer.Slice(0, PrefixLength).CopyTo(prefix);
        return prefix[0] switch
        {
            0 => BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]),
            1 => throw new RpcException(RpcStatus.Unimplemented,
                "The message is compressed, which is not supported here; send it uncompressed (grpc-encoding: identity)."),
            _ => throw new RpcException(RpcStatus.Internal,
                $"The message begins with the flag byte {prefix[0]}; allowed are 0 (uncompressed) and 1 (compressed)."),
        };
    }

    private static T Parse<T>(ReadOnlySequence<byte> buffer)
        where T : IMessage<T>, new()
    {
        if (buffer.IsEmpty)
            throw new RpcException(RpcStatus.Unimplemented, "There is no message; a unary call takes exactly one message.");
        if (buffer.Length < PrefixLength)
            throw new RpcException(RpcStatus.Internal, $"The message is cut off after {buffer.Length} of the {PrefixLength} bytes of its prefix.");
        var length = AnnouncedLength(buffer);
        if (buffer.Length < PrefixLength + (long)length)
            throw new RpcException(RpcStatus.Internal, $"The message is cut off after {buffer.Length - PrefixLength} of {length} bytes.");

        try
        {
            return ParserOf<T>.Instance.ParseFrom(buffer.Slice(PrefixLength));
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new RpcException(RpcStatus.Internal, $"The bytes are not a message of type {typeof(T).Name}: {exception.Message}", exception);
        }
    }

    private static void ThrowIfTooLong(uint length)
    {
        if (length > MaximumLength)
            throw new RpcException(RpcStatus.ResourceExhausted, $"The message has {length} bytes; allowed are at most {MaximumLength}.");
    }

    private static class ParserOf<T>
        where T : IMessage<T>, new()
    {
        public static readonly MessageParser<T> Instance = new(() => new T());
    }
}

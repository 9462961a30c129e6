using System.Buffers.Binary;
using Google.Protobuf;

namespace Infra.Rpc;

/// <summary>gRPC's length-prefixed message: one flag byte, four length bytes (big-endian), the protobuf bytes.</summary>
internal static class MessageFrame
{
    public const int PrefixLength = 5;
    public const int MaximumLength = 400 * 1024 * 1024;

    public static byte[] Write(IMessage message)
    {
        var size = message.CalculateSize();
        var frame = new byte[PrefixLength + size];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)size);
        message.WriteTo(frame.AsSpan(PrefixLength));
        return frame;
    }

    public static async Task<T> ReadAsync<T>(Stream stream, CancellationToken cancellationToken)
        where T : IMessage<T>, new()
    {
        var prefix = new byte[PrefixLength];
        await stream.ReadExactlyAsync(prefix, cancellationToken);
        if (prefix[0] != 0)
            throw new RpcException(RpcStatus.Unimplemented, "Compressed messages are not supported; send them with grpc-encoding identity.");

        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix.AsSpan(1));
        if (length > MaximumLength)
            throw new RpcException(RpcStatus.ResourceExhausted, $"The message has {length} bytes; allowed are at most {MaximumLength}.");

        var body = new byte[length];
        await stream.ReadExactlyAsync(body, cancellationToken);
        var message = new T();
        message.MergeFrom(body);
        return message;
    }
}

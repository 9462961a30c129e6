using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Messages;
using HooksBinding = Infra.Rpc.Messages.RegisterResourceRequest.Types.ResourceHooksBinding;

namespace Pulumi;

/// <summary>Runs a transform when the engine asks for it.</summary>
internal static class ResourceTransformCallback
{
    /// <param name="registerHooks">Makes the hooks known to the engine that the transform gives the resource.</param>
    public static Func<ByteString, CancellationToken, Task<IMessage>> Of(
        ResourceTransform transform, Func<ResourceHookBinding?, Task<HooksBinding>> registerHooks) => async (bytes, cancellationToken) =>
    {
        var request = TransformRequest.Parser.ParseFrom(bytes);
        var options = TransformOptions.Read(request.Options, request.Custom, request.Parent);
        var args = new ResourceTransformArgs(request.Name, request.Type, request.Custom, WireDictionary.Read(request.Properties), options);
        if (await transform(args, cancellationToken).ConfigureAwait(false) is not { } result)
            return new TransformResponse { Properties = request.Properties ?? new Struct(), Options = request.Options };

        return new TransformResponse
        {
            Properties = await WireDictionary.WriteAsync(result.Args, $"transform of {request.Name}").ConfigureAwait(false),
            Options = await TransformOptions.WriteAsync(result.Options, request.Options, registerHooks).ConfigureAwait(false),
        };
    };
}

using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Messages;

namespace Pulumi;

/// <summary>Runs a transform of provider functions when the engine asks for it.</summary>
internal static class InvokeTransformCallback
{
    public static Func<ByteString, CancellationToken, Task<IMessage>> Of(InvokeTransform transform) => async (bytes, cancellationToken) =>
    {
        var request = TransformInvokeRequest.Parser.ParseFrom(bytes);
        var given = request.Options ?? new TransformInvokeOptions();
        var options = new InvokeOptions
        {
            Provider = ProviderReference.Read(given.Provider),
            Version = TransformOptions.NullIfEmpty(given.Version),
            PluginDownloadURL = TransformOptions.NullIfEmpty(given.PluginDownloadUrl),
        };
        var args = new InvokeTransformArgs(request.Token, WireDictionary.Read(request.Args), options);
        if (await transform(args, cancellationToken).ConfigureAwait(false) is not { } result)
            return new TransformInvokeResponse { Args = request.Args ?? new Struct(), Options = request.Options };

        return new TransformInvokeResponse
        {
            Args = await WireDictionary.WriteAsync(result.Args, $"transform of {request.Token}").ConfigureAwait(false),
            Options = new TransformInvokeOptions
            {
                Provider = result.Options.Provider is { } provider ? await provider.GetReferenceAsync().ConfigureAwait(false) : "",
                Version = result.Options.Version ?? "",
                PluginDownloadUrl = result.Options.PluginDownloadURL ?? "",
                PluginChecksums = { given.PluginChecksums },
            },
        };
    };
}

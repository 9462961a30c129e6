using Google.Protobuf;
using Infra.Rpc.Messages;

namespace Pulumi;

/// <summary>Runs a hook when the engine asks for it. A failing hook is an answer, not a failed call.</summary>
internal static class HookCallback
{
    public static Func<ByteString, CancellationToken, Task<IMessage>> Of(ResourceHook hook) => async (bytes, cancellationToken) =>
    {
        var request = ResourceHookRequest.Parser.ParseFrom(bytes);
        try
        {
            await hook.Callback(
                new ResourceHookArgs(
                    request.Urn, request.Id, request.Name, request.Type,
                    newInputs: WireDictionary.ReadOrNull(request.NewInputs),
                    oldInputs: WireDictionary.ReadOrNull(request.OldInputs),
                    newOutputs: WireDictionary.ReadOrNull(request.NewOutputs),
                    oldOutputs: WireDictionary.ReadOrNull(request.OldOutputs)),
                cancellationToken).ConfigureAwait(false);
            return new ResourceHookResponse();
        }
        catch (Exception exception)
        {
            return new ResourceHookResponse { Error = exception.Message };
        }
    };

    public static Func<ByteString, CancellationToken, Task<IMessage>> Of(ErrorHook hook) => async (bytes, cancellationToken) =>
    {
        var request = ErrorHookRequest.Parser.ParseFrom(bytes);
        try
        {
            var retry = await hook.Callback(
                new ErrorHookArgs(
                    request.Urn, request.Id, request.Name, request.Type,
                    newInputs: WireDictionary.ReadOrNull(request.NewInputs),
                    oldInputs: WireDictionary.ReadOrNull(request.OldInputs),
                    oldOutputs: WireDictionary.ReadOrNull(request.OldOutputs),
                    failedOperation: request.FailedOperation,
                    errors: [.. request.Errors]),
                cancellationToken).ConfigureAwait(false);
            return new ErrorHookResponse { Retry = retry };
        }
        catch (Exception exception)
        {
            return new ErrorHookResponse { Error = exception.Message };
        }
    };
}

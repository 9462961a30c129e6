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
                new ResourceHookArgs
                {
                    Urn = request.Urn,
                    Id = request.Id,
                    Name = request.Name,
                    Type = request.Type,
                    NewInputs = WireDictionary.ReadOrNull(request.NewInputs),
                    OldInputs = WireDictionary.ReadOrNull(request.OldInputs),
                    NewOutputs = WireDictionary.ReadOrNull(request.NewOutputs),
                    OldOutputs = WireDictionary.ReadOrNull(request.OldOutputs),
                },
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
                new ErrorHookArgs
                {
                    Urn = request.Urn,
                    Id = request.Id,
                    Name = request.Name,
                    Type = request.Type,
                    FailedOperation = request.FailedOperation,
                    Errors = [.. request.Errors],
                    NewInputs = WireDictionary.ReadOrNull(request.NewInputs),
                    OldInputs = WireDictionary.ReadOrNull(request.OldInputs),
                    OldOutputs = WireDictionary.ReadOrNull(request.OldOutputs),
                },
                cancellationToken).ConfigureAwait(false);
            return new ErrorHookResponse { Retry = retry };
        }
        catch (Exception exception)
        {
            return new ErrorHookResponse { Error = exception.Message };
        }
    };
}

using Google.Protobuf.Collections;
using Infra.Review.Engine.Values;
using Infra.Review.Model;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;

namespace Infra.Review.Engine.Registration;

/// <summary>The options of a request in the model's terms.</summary>
public static class OptionsReading
{
    public static PreviewResourceOptions Read(RegisterResourceRequest request, IReadOnlyList<string> aliases)
    {
        return new PreviewResourceOptions
        {
            Protect = request.Protect,
            IgnoreChanges = ListOf(request.IgnoreChanges),
            ReplaceOnChanges = ListOf(request.ReplaceOnChanges),
            DeleteBeforeReplace = request.DeleteBeforeReplaceDefined || request.DeleteBeforeReplace ? request.DeleteBeforeReplace : null,
            AdditionalSecretOutputs = ListOf(request.AdditionalSecretOutputs),
            Aliases = aliases,
            CustomTimeouts = ReadTimeouts(request.CustomTimeouts),
            RetainOnDelete = request.RetainOnDelete,
            DeletedWith = OrNull(request.DeletedWith),
            ReplaceWith = ListOf(request.ReplaceWith),
            ReplacementTrigger = request.ReplacementTrigger is null ? null : WireReader.Read(request.ReplacementTrigger),
            ImportId = OrNull(request.ImportId),
            Version = OrNull(request.Version),
            PluginDownloadUrl = OrNull(request.PluginDownloadURL),
            HideDiffs = ListOf(request.HideDiffs),
        };
    }

    private static OperationTimeouts? ReadTimeouts(RegisterResourceRequest.Types.CustomTimeouts? timeouts)
    {
        if (timeouts is null) return null;
        var read = new OperationTimeouts(
            Seconds(timeouts.Create), Seconds(timeouts.Update), Seconds(timeouts.Delete));
        return read == new OperationTimeouts(null, null, null) ? null : read;
    }

    private static double? Seconds(string duration) => GoDuration.Parse(duration)?.TotalSeconds;

    // One empty list for all: thousands of resources have no options at all.
    private static IReadOnlyList<string> ListOf(RepeatedField<string> items) => items.Count == 0 ? [] : [.. items];

    private static string? OrNull(string text) => text.Length > 0 ? text : null;
}

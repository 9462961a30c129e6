using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>Reads options that may be outputs.</summary>
internal static class OptionReader
{
    /// <summary>The resources of a list; none if any is unknown.</summary>
    public static async Task<IReadOnlyCollection<Resource>> ReadResourcesAsync(InputList<Resource> list)
    {
        var data = await list.ToOutputCore().DataTask.ConfigureAwait(false);
        return data.IsKnown ? [.. data.Value.Where(resource => resource is not null)] : [];
    }

    /// <summary>The URNs of the resources of a list, as often as they are named.</summary>
    public static async Task<IReadOnlyCollection<string>> ReadUrnsAsync(InputList<Resource> list)
    {
        var urns = new List<string>();
        foreach (var resource in await ReadResourcesAsync(list).ConfigureAwait(false))
            urns.Add(await resource.GetUrnAsync().ConfigureAwait(false));
        return urns;
    }

    public static async Task<Value?> ReadTriggerAsync(Input<object>? trigger) =>
        trigger is null
            ? null
            : await new WireWriter(WireWriterOptions.Full).WriteAsync(trigger, new PropertyPath("replacementTrigger")).ConfigureAwait(false);
}

using System.Globalization;
using Infra.Rpc.Messages;

namespace Pulumi;

/// <summary>What a registration says that need not be waited for.</summary>
internal static class PlainRequest
{
    public static RegisterResourceRequest Of(Resource resource, ResourceOptions options)
    {
        var request = new RegisterResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Custom = resource.IsCustom,
            Remote = resource.IsRemote,
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsResultReporting = true,
            IgnoreChanges = { options.IgnoreChanges },
            HideDiffs = { options.HideDiffs },
        };

        if (resource.IsProtected is { } isProtected) request.Protect = isProtected;
        if (options.RetainOnDelete is { } retain) request.RetainOnDelete = retain;
        if (options.CustomTimeouts is { } timeouts) request.CustomTimeouts = TimeoutsOf(timeouts);
        if (resource.IsCustom) request.ReplaceOnChanges.AddRange(options.ReplaceOnChanges);
        if (options is CustomResourceOptions custom)
        {
            request.AdditionalSecretOutputs.AddRange(custom.AdditionalSecretOutputs);
            request.ImportId = custom.ImportId ?? "";
            request.DeleteBeforeReplace = custom.DeleteBeforeReplace ?? false;
            request.DeleteBeforeReplaceDefined = custom.DeleteBeforeReplace is not null;
            foreach (var (variable, mapped) in custom.EnvVarMappings) request.EnvVarMappings.Add(variable, mapped);
        }

        return request;
    }

    public static RegisterResourceRequest.Types.CustomTimeouts TimeoutsOf(CustomTimeouts timeouts) => new()
    {
        Create = Text(timeouts.Create),
        Update = Text(timeouts.Update),
        Delete = Text(timeouts.Delete),
    };

    // The engine reads Go's durations.
    private static string Text(TimeSpan? time) =>
        time is { } given ? string.Create(CultureInfo.InvariantCulture, $"{given.Ticks * TimeSpan.NanosecondsPerTick}ns") : "";
}

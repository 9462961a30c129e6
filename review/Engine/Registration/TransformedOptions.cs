using Infra.Rpc.Messages;

namespace Infra.Review.Engine.Registration;

/// <summary>A request's options as a transform sees them, and back.</summary>
public static class TransformedOptions
{
    public static TransformResourceOptions Of(RegisterResourceRequest request)
    {
        var options = new TransformResourceOptions
        {
            Version = request.Version,
            Provider = request.Provider,
            CustomTimeouts = request.CustomTimeouts,
            PluginDownloadUrl = request.PluginDownloadURL,
            DeletedWith = request.DeletedWith,
            Hooks = request.Hooks,
            Import = request.ImportId,
            ReplacementTrigger = request.ReplacementTrigger,
        };
        if (request.HasProtect) options.Protect = request.Protect;
        if (request.HasRetainOnDelete) options.RetainOnDelete = request.RetainOnDelete;
        if (request.DeleteBeforeReplaceDefined) options.DeleteBeforeReplace = request.DeleteBeforeReplace;
        options.DependsOn.Add(request.Dependencies);
        options.IgnoreChanges.Add(request.IgnoreChanges);
        options.ReplaceOnChanges.Add(request.ReplaceOnChanges);
        options.Aliases.Add(request.Aliases);
        options.AdditionalSecretOutputs.Add(request.AdditionalSecretOutputs);
        options.Providers.Add(request.Providers);
        options.PluginChecksums.Add(request.PluginChecksums);
        options.HideDiff.Add(request.HideDiffs);
        options.ReplaceWith.Add(request.ReplaceWith);
        return options;
    }

    public static void Apply(TransformResourceOptions options, RegisterResourceRequest request)
    {
        request.Version = options.Version;
        request.Provider = options.Provider;
        request.CustomTimeouts = options.CustomTimeouts;
        request.PluginDownloadURL = options.PluginDownloadUrl;
        request.DeletedWith = options.DeletedWith;
        request.Hooks = options.Hooks;
        request.ImportId = options.Import;
        request.ReplacementTrigger = options.ReplacementTrigger;
        request.DeleteBeforeReplaceDefined = options.HasDeleteBeforeReplace;
        request.DeleteBeforeReplace = options.DeleteBeforeReplace;
        if (options.HasProtect) request.Protect = options.Protect;
        else request.ClearProtect();
        if (options.HasRetainOnDelete) request.RetainOnDelete = options.RetainOnDelete;
        else request.ClearRetainOnDelete();

        Replace(request.Dependencies, options.DependsOn);
        Replace(request.IgnoreChanges, options.IgnoreChanges);
        Replace(request.ReplaceOnChanges, options.ReplaceOnChanges);
        Replace(request.Aliases, options.Aliases);
        Replace(request.AdditionalSecretOutputs, options.AdditionalSecretOutputs);
        Replace(request.HideDiffs, options.HideDiff);
        Replace(request.ReplaceWith, options.ReplaceWith);
        request.Providers.Clear();
        request.Providers.Add(options.Providers);
        request.PluginChecksums.Clear();
        request.PluginChecksums.Add(options.PluginChecksums);
    }

    private static void Replace<T>(ICollection<T> target, IEnumerable<T> items)
    {
        target.Clear();
        foreach (var item in items) target.Add(item);
    }
}

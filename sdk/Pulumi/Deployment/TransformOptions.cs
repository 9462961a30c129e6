using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;
using HooksBinding = Infra.Rpc.Messages.RegisterResourceRequest.Types.ResourceHooksBinding;

namespace Pulumi;

/// <summary>A resource's options as transforms see and change them.</summary>
internal static class TransformOptions
{
    public static ResourceOptions Read(TransformResourceOptions? given, bool isCustom, string parent)
    {
        given ??= new();
        ResourceOptions options = isCustom
            ? new CustomResourceOptions
            {
                DeleteBeforeReplace = given.HasDeleteBeforeReplace ? given.DeleteBeforeReplace : null,
                AdditionalSecretOutputs = [.. given.AdditionalSecretOutputs],
                ImportId = NullIfEmpty(given.Import),
            }
            : new ComponentResourceOptions { Providers = [.. given.Providers.Values.Select(reference => ProviderReference.Read(reference)!)] };
        options.Parent = parent.Length == 0 ? null : new DependencyResource(parent);
        options.DependsOn = given.DependsOn.Select(urn => (Resource)new DependencyResource(urn)).ToArray();
        options.Protect = given.HasProtect ? given.Protect : null;
        options.IgnoreChanges = [.. given.IgnoreChanges];
        options.ReplaceOnChanges = [.. given.ReplaceOnChanges];
        options.Version = NullIfEmpty(given.Version);
        options.Aliases = [.. given.Aliases.Select(alias => (Input<Alias>)ReadAlias(alias))];
        options.Provider = isCustom ? ProviderReference.Read(given.Provider) : null;
        options.CustomTimeouts = given.CustomTimeouts is { } timeouts ? ReadTimeouts(timeouts) : null;
        options.PluginDownloadURL = NullIfEmpty(given.PluginDownloadUrl);
        options.RetainOnDelete = given.HasRetainOnDelete ? given.RetainOnDelete : null;
        options.DeletedWith = given.DeletedWith.Length == 0 ? null : new DependencyResource(given.DeletedWith);
        options.ReplaceWith = given.ReplaceWith.Select(urn => (Resource)new DependencyResource(urn)).ToArray();
        options.HideDiffs = [.. given.HideDiff];
        options.Hooks = TransformHooks.Read(given.Hooks ?? new());
        options.ReplacementTrigger = given.ReplacementTrigger is { } trigger ? ReadTrigger(trigger) : null;
        return options;
    }

    public static async Task<TransformResourceOptions> WriteAsync(
        ResourceOptions options, TransformResourceOptions? given, Func<ResourceHookBinding?, Task<HooksBinding>> registerHooks)
    {
        var written = new TransformResourceOptions
        {
            DependsOn = { await UrnsAsync(options.DependsOn).ConfigureAwait(false) },
            IgnoreChanges = { options.IgnoreChanges },
            ReplaceOnChanges = { options.ReplaceOnChanges },
            Version = options.Version ?? "",
            Aliases = { await AliasWriter.WriteAsync([.. options.Aliases]).ConfigureAwait(false) },
            Provider = options.Provider is { } provider ? await provider.GetReferenceAsync().ConfigureAwait(false) : "",
            CustomTimeouts = options.CustomTimeouts is { } timeouts ? PlainRequest.TimeoutsOf(timeouts) : null,
            PluginDownloadUrl = options.PluginDownloadURL ?? "",
            DeletedWith = options.DeletedWith is { } deletedWith ? await deletedWith.GetUrnAsync().ConfigureAwait(false) : "",
            ReplaceWith = { await UrnsAsync(options.ReplaceWith).ConfigureAwait(false) },
            HideDiff = { options.HideDiffs },
            Hooks = await registerHooks(options.HasHooks ? options.Hooks : null).ConfigureAwait(false),
            ReplacementTrigger = await OptionReader.ReadTriggerAsync(options.ReplacementTrigger).ConfigureAwait(false),
            // What a transform cannot see stays as it was.
            PluginChecksums = { given?.PluginChecksums ?? [] },
        };
        if (options.Protect is { } isProtected) written.Protect = isProtected;
        if (options.RetainOnDelete is { } retain) written.RetainOnDelete = retain;
        if (options is CustomResourceOptions custom)
        {
            if (custom.DeleteBeforeReplace is { } before) written.DeleteBeforeReplace = before;
            written.AdditionalSecretOutputs.AddRange(custom.AdditionalSecretOutputs);
            written.Import = custom.ImportId ?? "";
        }

        if (options is ComponentResourceOptions component)
        {
            foreach (var each in component.Providers)
                written.Providers[each.Package] = await each.GetReferenceAsync().ConfigureAwait(false);
        }

        return written;
    }

    public static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static async Task<IReadOnlyCollection<string>> UrnsAsync(InputList<Resource> resources) =>
        await DependencyClosure.UrnsAsync(await OptionReader.ReadResourcesAsync(resources).ConfigureAwait(false), null).ConfigureAwait(false);

    private static Alias ReadAlias(Infra.Rpc.Messages.Alias alias)
    {
        if (alias.AliasCase == Infra.Rpc.Messages.Alias.AliasOneofCase.Urn) return new Alias { Urn = alias.Urn };
        return new Alias
        {
            Name = InputOf(alias.Spec.Name),
            Type = InputOf(alias.Spec.Type),
            Stack = InputOf(alias.Spec.Stack),
            Project = InputOf(alias.Spec.Project),
            ParentUrn = InputOf(alias.Spec.ParentUrn),
            NoParent = alias.Spec.NoParent,
        };
    }

    private static Input<object> ReadTrigger(Value trigger) =>
        new Output<object>(WireReader<object>.Read(trigger, OutputData.NoDependencies, "a transformed trigger", null));

    private static Input<string>? InputOf(string text) => text.Length == 0 ? null : (Input<string>)text;

    private static CustomTimeouts ReadTimeouts(RegisterResourceRequest.Types.CustomTimeouts timeouts) => new()
    {
        Create = GoDuration.Parse(timeouts.Create),
        Update = GoDuration.Parse(timeouts.Update),
        Delete = GoDuration.Parse(timeouts.Delete),
    };
}

using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Messages;
using PropertyDependencies = Infra.Rpc.Messages.RegisterResourceRequest.Types.PropertyDependencies;

namespace Pulumi;

/// <summary>
/// The parts of a request for one resource. All are begun in the resource's constructor, so that a request shows the arguments and
/// options as they were then, whatever happens to them later.
/// </summary>
internal sealed class RegistrationRequest
{
    private readonly Deployment _deployment;
    private readonly Resource _resource;
    private readonly Resource? _deletedWith;
    private readonly RegisterResourceRequest _plain;
    private readonly Task<WireProperties> _properties;
    private readonly Task<IReadOnlyCollection<Resource>> _dependsOn;
    private readonly Task<Infra.Rpc.Messages.Alias[]> _aliases;
    private readonly Task<Value?> _trigger;
    private readonly Task<IReadOnlyCollection<string>> _replaceWith;
    private readonly Task<RegisterResourceRequest.Types.ResourceHooksBinding> _hooks;
    private readonly Task<Callback[]> _transforms;
    private readonly Task<string> _packageReference;

    public RegistrationRequest(Deployment deployment, Resource resource, ResourceArgs args, ResourceOptions options, RegisterPackageRequest? package)
    {
        _deployment = deployment;
        _resource = resource;
        _deletedWith = options.DeletedWith;
        _plain = PlainRequest.Of(resource, options);
        _properties = WritePropertiesAsync(args);
        _dependsOn = OptionReader.ReadResourcesAsync(options.DependsOn);
        _aliases = AliasWriter.WriteAsync([.. options.Aliases]);
        _trigger = OptionReader.ReadTriggerAsync(options.ReplacementTrigger);
        _replaceWith = OptionReader.ReadUrnsAsync(options.ReplaceWith);
        _hooks = deployment.Callbacks.RegisterHooksAsync(options.HasHooks ? options.Hooks : null);
        _transforms = deployment.Callbacks.RegisterTransformsAsync([.. options.ResourceTransforms]);
        _packageReference = deployment.Functions.ReferenceAsync(package);
    }

    public async Task<RegisterResourceRequest> ToRegisterAsync()
    {
        var request = _plain;
        var properties = await _properties.ConfigureAwait(false);
        request.Object = properties.Object;

        HashSet<Resource> all = [.. await _dependsOn.ConfigureAwait(false)];
        foreach (var (name, resources) in properties.Dependencies)
        {
            all.UnionWith(resources);
            var urns = await DependencyClosure.UrnsAsync([.. resources], _resource).ConfigureAwait(false);
            request.PropertyDependencies.Add(name, new PropertyDependencies { Urns = { urns } });
        }

        request.Dependencies.AddRange(await DependencyClosure.UrnsAsync(all, _resource).ConfigureAwait(false));
        request.Aliases.AddRange(await _aliases.ConfigureAwait(false));
        request.ReplacementTrigger = await _trigger.ConfigureAwait(false);
        request.ReplaceWith.AddRange(await _replaceWith.ConfigureAwait(false));
        request.Hooks = await _hooks.ConfigureAwait(false);
        request.Transforms.AddRange(await _transforms.ConfigureAwait(false));
        request.PackageRef = await _packageReference.ConfigureAwait(false);
        request.Parent = await ParentUrnAsync().ConfigureAwait(false);
        request.Provider = await ProviderAsync().ConfigureAwait(false);
        if (_resource.IsRemote)
        {
            foreach (var (package, provider) in _resource.Providers)
                request.Providers.Add(package, await provider.GetReferenceAsync().ConfigureAwait(false));
        }

        if (_deletedWith is not null) request.DeletedWith = await _deletedWith.GetUrnAsync().ConfigureAwait(false);
        request.SourcePosition = _resource.CallSite?.ToPosition(_deployment.Sources);
        request.StackTrace = _resource.CallSite?.ToTrace(_deployment.Sources);
        await AskForFeaturesAsync().ConfigureAwait(false);
        return request;
    }

    public async Task<ReadResourceRequest> ToReadAsync(string id)
    {
        var properties = await _properties.ConfigureAwait(false);
        HashSet<Resource> all = [.. await _dependsOn.ConfigureAwait(false), .. properties.Dependencies.Values.SelectMany(resources => resources)];
        return new ReadResourceRequest
        {
            Id = id,
            Type = _resource.GetResourceType(),
            Name = _resource.GetResourceName(),
            Parent = await ParentUrnAsync().ConfigureAwait(false),
            Provider = await ProviderAsync().ConfigureAwait(false),
            Properties = properties.Object,
            Version = _plain.Version,
            PluginDownloadURL = _plain.PluginDownloadURL,
            AcceptSecrets = true,
            AcceptResources = _plain.AcceptResources,
            AdditionalSecretOutputs = { _plain.AdditionalSecretOutputs },
            Dependencies = { await DependencyClosure.UrnsAsync(all, _resource).ConfigureAwait(false) },
            PackageRef = await _packageReference.ConfigureAwait(false),
            SourcePosition = _resource.CallSite?.ToPosition(_deployment.Sources),
            StackTrace = _resource.CallSite?.ToTrace(_deployment.Sources),
        };
    }

    // Begins at once; what is missing from the arguments becomes the task's exception, like all that is wrong with them.
    private async Task<WireProperties> WritePropertiesAsync(ResourceArgs args) => await WireProperties.WriteAsync(
        args.Members(),
        $"resource:{_resource.GetResourceName()}[{_resource.GetResourceType()}]",
        new WireWriterOptions(_deployment.Features, KeepOutputValues: _resource.IsRemote, References: !_resource.IsRemote),
        isResource: true).ConfigureAwait(false);

    private async Task<string> ParentUrnAsync() => _resource.Parent is { } parent ? await parent.GetUrnAsync().ConfigureAwait(false) : "";

    private async Task<string> ProviderAsync() => _resource.Provider is { } provider ? await provider.GetReferenceAsync().ConfigureAwait(false) : "";

    private async Task AskForFeaturesAsync()
    {
        var aliases = await _deployment.Features.SupportsAsync("aliasSpecs").ConfigureAwait(false);
        if (!aliases && _plain.Aliases.Count > 0) await _deployment.Features.RequireAsync("aliasSpecs", "aliases").ConfigureAwait(false);
        await _deployment.Features.SupportsAsync(FeatureSet.ResourceReferences).ConfigureAwait(false);
        if (_resource.IsRemote) await _deployment.Features.SupportsAsync(FeatureSet.OutputValues).ConfigureAwait(false);
        if (_deletedWith is not null) await _deployment.Features.RequireAsync("deletedWith", "the DeletedWith option").ConfigureAwait(false);
        if (_plain.ReplaceWith.Count > 0) await _deployment.Features.RequireAsync("replaceWith", "the ReplaceWith option").ConfigureAwait(false);
    }
}

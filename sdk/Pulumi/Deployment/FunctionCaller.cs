using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Messages;
using PackageRequest = Infra.Rpc.Messages.RegisterPackageRequest;

namespace Pulumi;

/// <summary>Calls provider functions and the methods of resources.</summary>
internal sealed class FunctionCaller(Deployment deployment)
{
    private const string Self = "__self__";

    private readonly ConcurrentDictionary<RegisterPackageRequest, Lazy<Task<string>>> _packages = new(ReferenceEqualityComparer.Instance);

    /// <summary>The result as an output: it is unknown, and nothing is called, while an argument or what it waits for is unknown.</summary>
    public async Task<OutputData<Struct?>> InvokeOutputAsync(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? package)
    {
        var site = CallSite.Capture(deployment.Monitor);
        var arguments = await WriteArgumentsAsync(token, args).ConfigureAwait(false);
        HashSet<Resource> dependencies = [.. arguments.Dependencies.Values.SelectMany(resources => resources)];
        HashSet<Resource> awaited = [.. dependencies];
        if (options is InvokeOutputOptions { DependsOn: var dependsOn })
            awaited.UnionWith(await OptionReader.ReadResourcesAsync(dependsOn).ConfigureAwait(false));

        if (WireFacts.Of(Value.ForStruct(arguments.Object)).IsUnknown || await IsAnyNewAsync(awaited).ConfigureAwait(false))
            return new(null, isKnown: false);

        var result = await InvokeAsync(token, arguments.Object, options, package, site).ConfigureAwait(false);
        return new(result, dependencies: [.. dependencies]);
    }

    public async Task<Struct> InvokeAsync(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? package)
    {
        var site = CallSite.Capture(deployment.Monitor);
        var arguments = await WriteArgumentsAsync(token, args).ConfigureAwait(false);
        return await InvokeAsync(token, arguments.Object, options, package, site).ConfigureAwait(false);
    }

    public async Task<OutputData<Struct>> CallAsync(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? package)
    {
        var site = CallSite.Capture(deployment.Monitor);
        IEnumerable<KeyValuePair<string, object?>> members = self is null ? args.Members() : [.. args.Members(), KeyValuePair.Create(Self, (object?)self)];
        var arguments = await WireProperties.WriteAsync(
            members,
            $"call:{token}",
            new WireWriterOptions(deployment.Features, KeepOutputValues: true, References: false),
            isResource: false).ConfigureAwait(false);

        var request = new ResourceCallRequest
        {
            Tok = token,
            Args = arguments.Object,
            Provider = await ProviderAsync(token, options?.Provider, options?.Parent ?? self, self).ConfigureAwait(false),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
            PackageRef = await ReferenceAsync(package).ConfigureAwait(false),
            SourcePosition = site.ToPosition(deployment.Sources),
            StackTrace = site.ToTrace(deployment.Sources),
        };
        foreach (var (name, resources) in arguments.Dependencies)
        {
            var urns = await DependencyClosure.UrnsAsync([.. resources], null).ConfigureAwait(false);
            request.ArgDependencies.Add(name, new ResourceCallRequest.Types.ArgumentDependencies { Urns = { urns } });
        }

        await deployment.Features.SupportsAsync(FeatureSet.OutputValues).ConfigureAwait(false);
        var response = await deployment.Monitor.CallAsync(request).ConfigureAwait(false);
        ThrowIfFailed(token, response.Failures);
        var dependencies = response.ReturnDependencies.Values.SelectMany(returned => returned.Urns).Distinct(StringComparer.Ordinal);
        return new(response.Return ?? new Struct(), dependencies: [.. dependencies.Select(urn => new DependencyResource(urn))]);
    }

    /// <summary>How requests name a package that is not simply known by its token; empty if none is given.</summary>
    public Task<string> ReferenceAsync(RegisterPackageRequest? package) =>
        package is null ? Task.FromResult("") : _packages.GetOrAdd(package, given => new Lazy<Task<string>>(() => RegisterAsync(given))).Value;

    /// <exception cref="Deployment.InvokeException">The function refused its arguments.</exception>
    public static void ThrowIfFailed(string token, IEnumerable<CheckFailure> failures)
    {
        var reasons = string.Join("; ", failures.Select(failure => $"{failure.Reason} ({failure.Property})"));
        if (reasons.Length > 0) throw new Deployment.InvokeException($"Invoke of '{token}' failed: {reasons}");
    }

    private static async Task<bool> IsAnyNewAsync(IReadOnlyCollection<Resource> resources)
    {
        foreach (var resource in DependencyClosure.Expand(resources, null).Where(resource => resource.IsCustom))
        {
            var state = await resource.Completion.Task.ConfigureAwait(false);
            if (string.IsNullOrEmpty(state.Id)) return true;
        }

        return false;
    }

    private async Task<WireProperties> WriteArgumentsAsync(string token, InvokeArgs args) => await WireProperties.WriteAsync(
        args.Members(), $"invoke:{token}", new WireWriterOptions(deployment.Features), isResource: false).ConfigureAwait(false);

    private async Task<Struct> InvokeAsync(
        string token, Struct arguments, InvokeOptions? options, RegisterPackageRequest? package, CallSite site)
    {
        var response = await deployment.Monitor.InvokeAsync(new ResourceInvokeRequest
        {
            Tok = token,
            Args = arguments,
            AcceptResources = await deployment.Features.SupportsAsync(FeatureSet.ResourceReferences).ConfigureAwait(false),
            Provider = await ProviderAsync(token, options?.Provider, options?.Parent, null).ConfigureAwait(false),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
            PackageRef = await ReferenceAsync(package).ConfigureAwait(false),
            SourcePosition = site.ToPosition(deployment.Sources),
            StackTrace = site.ToTrace(deployment.Sources),
        }).ConfigureAwait(false);
        ThrowIfFailed(token, response.Failures);
        return response.Return ?? new Struct();
    }

    private static async Task<string> ProviderAsync(string token, ProviderResource? given, Resource? parent, Resource? self)
    {
        var provider = ProviderInheritance.OfFunction(token, given, parent) ?? self?.Provider;
        return provider is null ? "" : await provider.GetReferenceAsync().ConfigureAwait(false);
    }

    private Task<string> RegisterAsync(RegisterPackageRequest package)
    {
        var request = new PackageRequest { Name = package.Name, Version = package.Version, DownloadUrl = package.DownloadUrl ?? "" };
        foreach (var (platform, checksum) in package.Checksums ?? [])
            request.Checksums.Add(platform, ByteString.CopyFrom(checksum));
        if (package.Parameterization is { } parameters)
        {
            request.Parameterization = new Parameterization
            {
                Name = parameters.Name,
                Version = parameters.Version,
                Value = ByteString.CopyFrom(parameters.Value),
            };
        }

        return deployment.Monitor.RegisterPackageAsync(request);
    }
}

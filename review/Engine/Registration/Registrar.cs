using Google.Protobuf.Collections;
using Infra.Review.Engine.Synthesis;
using Infra.Review.Engine.Values;
using Infra.Review.Model;
using Infra.Rpc;
using Infra.Rpc.Messages;

namespace Infra.Review.Engine.Registration;

/// <summary>Makes resources of requests: names, providers, options, outputs.</summary>
public sealed class Registrar(
    DeploymentFacts facts,
    ResourceRegistry registry,
    Providers providers,
    Transforms transforms,
    Hooks hooks,
    OutputSynthesis synthesis,
    Refusals refusals,
    ProgramActivity activity)
{
    private readonly SourceReading _sources = new(facts.ProjectFolder);

    public async Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest sent, CancellationToken cancellationToken)
    {
        var parentUrn = ParentOf(sent.Type, sent.Parent);
        var chain = _sources.Read(sent.StackTrace);
        var place = new CodePlace(_sources.Read(sent.SourcePosition, chain), chain);
        var urn = Reserve(sent.Type, sent.Name, parentUrn, place);
        var request = await transforms.ApplyAsync(sent, registry.WithAncestors(parentUrn).Select(ancestor => ancestor.Urn), cancellationToken);
        transforms.Bind(urn, sent.Transforms);
        providers.Bind(urn, request.Providers);

        var resource = Describe(request, urn, parentUrn, place);
        if (request.Custom && request.Hooks is not null) await hooks.BeforeCreateAsync(resource, request.Hooks.BeforeCreate, cancellationToken);
        var answer = synthesis.Answer(resource);
        resource = resource with { Id = answer.Id, Outputs = answer.Outputs };
        if (request.Custom && request.Hooks is not null) await hooks.AfterCreateAsync(resource, request.Hooks.AfterCreate, cancellationToken);
        registry.Add(resource);
        activity.Register(urn);

        var response = new RegisterResourceResponse
        {
            Urn = urn,
            Object = new WireWriter(request.AcceptSecrets, request.AcceptResources).Write(answer.Sent),
        };
        if (answer.Id is PropertyValue.Text id) response.Id = id.Value;
        return response;
    }

    public ReadResourceResponse Read(ReadResourceRequest request)
    {
        var parentUrn = ParentOf(request.Type, request.Parent);
        var chain = _sources.Read(request.StackTrace);
        var place = new CodePlace(_sources.Read(request.SourcePosition, chain), chain);
        var urn = Reserve(request.Type, request.Name, parentUrn, place);
        var inputs = WireReader.Read(request.Properties);
        var resource = new PreviewResource
        {
            Urn = urn,
            Type = request.Type,
            Name = request.Name,
            Custom = true,
            Read = true,
            Parent = parentUrn,
            Provider = ProviderOf(request.Provider, request.Type, request.Version, parentUrn),
            Id = new PropertyValue.Text(request.Id),
            Inputs = inputs,
            Outputs = inputs,
            Dependencies = Sorted(request.Dependencies),
            PropertyDependencies = [],
            Options = PreviewResourceOptions.None with { AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs] },
            Source = place.Source,
            SourceChain = place.Chain,
        };
        var answer = synthesis.Answer(resource);
        registry.Add(resource with { Outputs = answer.Outputs });
        activity.Register(urn);
        return new ReadResourceResponse
        {
            Urn = urn,
            Properties = new WireWriter(request.AcceptSecrets, request.AcceptResources).Write(answer.Sent),
        };
    }

    public void SetOutputs(RegisterResourceOutputsRequest request)
    {
        if (!registry.TrySetOutputs(request.Urn, WireReader.Read(request.Outputs)))
            throw new RpcException(RpcStatus.Unknown, $"unknown resource '{request.Urn}': its outputs cannot be registered");
        if (request.Urn == registry.StackUrn) activity.Complete();
    }

    private PreviewResource Describe(RegisterResourceRequest request, string urn, string? parentUrn, CodePlace place)
    {
        var inputs = WireReader.Read(request.Object);
        var parentAliases = parentUrn is not null && registry.TryGet(parentUrn, out var parent) ? parent.Options.Aliases : [];
        var aliases = AliasExpansion.Expand(request, facts.Stack, facts.Project, urn, parentUrn, parentAliases);
        return new PreviewResource
        {
            Urn = urn,
            Type = request.Type,
            Name = request.Name,
            Custom = request.Custom,
            Remote = request.Remote,
            Parent = parentUrn,
            Provider = request.Custom ? ProviderOf(request.Provider, request.Type, request.Version, parentUrn) : null,
            Inputs = inputs,
            Outputs = inputs,
            Dependencies = Sorted(request.Dependencies),
            PropertyDependencies =
            [
                .. request.PropertyDependencies
                    .Where(entry => entry.Value.Urns.Count > 0)
                    .OrderBy(entry => entry.Key, StringComparer.Ordinal)
                    .Select(entry => KeyValuePair.Create(entry.Key, Sorted(entry.Value.Urns))),
            ],
            Options = OptionsReading.Read(request, aliases),
            Source = place.Source,
            SourceChain = place.Chain,
        };
    }

    // SDKs name the stack as the parent of what has none; those that leave it out mean the same.
    private string? ParentOf(string type, string parent)
    {
        if (type == Urns.StackType) return null;
        if (parent.Length == 0) return registry.StackUrn;
        if (registry.TryGet(parent, out _)) return parent;
        throw refusals.Refuse($"could not find parent resource {parent}: it was never registered");
    }

    private string Reserve(string type, string name, string? parentUrn, CodePlace place)
    {
        var urn = Urns.Create(facts.Stack, facts.Project, parentUrn, type, name);
        return registry.TryReserve(urn, place) ? urn : throw refusals.RefuseDuplicate(urn, registry.PlaceOf(urn), place);
    }

    private string? ProviderOf(string reference, string type, string version, string? parentUrn)
    {
        if (Urns.IsProvider(type) || Urns.PackageOf(type) == "pulumi") return null;
        return providers.ExplicitUrn(reference, type, parentUrn) ?? providers.DefaultUrn(Urns.PackageOf(type), version);
    }

    private static IReadOnlyList<string> Sorted(RepeatedField<string> urns) =>
        urns.Count == 0 ? [] : [.. urns.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

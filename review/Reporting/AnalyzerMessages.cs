using Infra.Review.Engine.Values;
using Infra.Review.Model;
using Infra.Rpc.Messages;

namespace Infra.Review.Reporting;

/// <summary>
/// Resources in the form that Pulumi's engine hands to a policy pack. What a program only reads is none of them: it is nobody's to judge there,
/// and its id is that of something elsewhere (https://github.com/pulumi/pulumi/issues/3950, 2026-11).
/// </summary>
public static class AnalyzerMessages
{
    public static IReadOnlyList<AnalyzerResource> Of(Preview preview)
    {
        var byUrn = preview.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        return [.. preview.Resources.Where(resource => !resource.Read).Select(resource => Of(resource, byUrn))];
    }

    private static AnalyzerResource Of(PreviewResource resource, Dictionary<string, PreviewResource> byUrn)
    {
        var message = new AnalyzerResource
        {
            Type = resource.Type,
            Urn = resource.Urn,
            Name = resource.Name,
            Parent = resource.Parent ?? "",
            Properties = WireWriter.Full.Write(PropertiesOf(resource)),
            Options = OptionsOf(resource),
            Dependencies = { resource.Dependencies },
        };
        if (resource.Provider is not null && byUrn.TryGetValue(UrnOf(resource.Provider), out var provider)) message.Provider = ProviderOf(provider);
        // Every input is listed, as SDKs do it, also one that depends on nothing: that tells inputs from outputs.
        foreach (var property in resource.Inputs.Keys) message.PropertyDependencies[property] = new();
        foreach (var (property, urns) in resource.PropertyDependencies) message.PropertyDependencies[property] = new() { Urns = { urns } };
        return message;
    }

    private static PropertyDictionary PropertiesOf(PreviewResource resource)
    {
        var properties = resource.Inputs.OverlaidBy(resource.Outputs);
        return resource.Id is null ? properties : properties.OverlaidBy(PropertyDictionary.Of([new("id", resource.Id)]));
    }

    private static AnalyzerResourceOptions OptionsOf(PreviewResource resource)
    {
        var options = new AnalyzerResourceOptions
        {
            Protect = resource.Options.Protect,
            IgnoreChanges = { resource.Options.IgnoreChanges },
            DeleteBeforeReplace = resource.Options.DeleteBeforeReplace ?? false,
            DeleteBeforeReplaceDefined = resource.Options.DeleteBeforeReplace is not null,
            AdditionalSecretOutputs = { resource.Options.AdditionalSecretOutputs },
            Aliases = { resource.Options.Aliases },
            Parent = resource.Parent ?? "",
        };
        if (resource.Options.CustomTimeouts is { } timeouts)
            options.CustomTimeouts = new()
            {
                Create = timeouts.Create ?? 0,
                Update = timeouts.Update ?? 0,
                Delete = timeouts.Delete ?? 0,
            };
        return options;
    }

    private static AnalyzerProviderResource ProviderOf(PreviewResource provider) => new()
    {
        Type = provider.Type,
        Urn = provider.Urn,
        Name = provider.Name,
        Properties = WireWriter.Full.Write(provider.Inputs),
    };

    // On the wire a provider is `URN::id`; the model may hold either form.
    private static string UrnOf(string provider)
    {
        var parts = provider.Split("::");
        return parts.Length > 4 ? string.Join("::", parts[..4]) : provider;
    }
}

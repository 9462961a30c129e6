using Infra.Review.Model;

namespace Infra.Review.Engine.Registration;

/// <summary>The AWS region a resource or function call is for: its own input, else its provider's, else the configured one.</summary>
public sealed class Regions(DeploymentFacts facts, ResourceRegistry registry, DiagnosticLog log)
{
    /// <summary>Stands in where a real deployment would read the environment.</summary>
    public const string Fallback = "us-east-1";

    private int _warned;

    public string Of(PropertyDictionary inputs, string? providerUrn)
    {
        if (TextOf(inputs, "region") is { } own) return own;
        if (providerUrn is not null && registry.TryGet(providerUrn, out var provider) && TextOf(provider.Inputs, "region") is { } explicitRegion)
            return explicitRegion;
        if (facts.Config.TryGetValue("aws:region", out var configured) && configured.Length > 0) return configured;

        if (Interlocked.Exchange(ref _warned, 1) == 0)
            log.Add(DiagnosticSeverity.Warning,
                $"No AWS region is configured; {Fallback} stands in for it. Set aws:region in Pulumi.{facts.Stack}.yaml or give each resource a region.");
        return Fallback;
    }

    private static string? TextOf(PropertyDictionary properties, string name) =>
        properties.TryGetValue(name, out var value) && value is PropertyValue.Text { Value.Length: > 0 } text ? text.Value : null;
}

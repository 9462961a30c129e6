using System.Text.RegularExpressions;
using Infra.Review.Engine.Synthesis;
using Infra.Review.Model;

namespace Infra.Review.Engine.Registration;

/// <summary>The AWS region a resource or function call is for: its own input, else its provider's, else the configured one.</summary>
public sealed partial class Regions(DeploymentFacts facts, ResourceRegistry registry, DiagnosticLog log)
{
    /// <summary>Stands in where a real deployment would read the environment.</summary>
    public const string Fallback = "us-east-1";

    private int _warned;

    /// <summary>The one account that <c>aws:allowedAccountIds</c> allows; where it does not name one, the example account.</summary>
    public string Account { get; } =
        OneAccount().Match(facts.Config.GetValueOrDefault("aws:allowedAccountIds", "")) is { Success: true } one
            ? one.Groups["account"].Value
            : AwsPlace.ExampleAccount;

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

    // A list in the stack's file arrives as JSON text: ["210987654321"]
    [GeneratedRegex("""^\[\s*"?(?<account>[0-9]{12})"?\s*\]$""")]
    private static partial Regex OneAccount();
}

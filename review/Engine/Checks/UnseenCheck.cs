using Infra.Policies;
using Infra.Review.Engine.Registration;
using Infra.Review.Engine.Synthesis;
using Infra.Review.Model;

namespace Infra.Review.Engine.Checks;

/// <summary>What an offline run cannot look at: silence about it would look like a clean result.</summary>
public static class UnseenCheck
{
    private const string UncheckedType = "preview-unchecked-type";
    private const string UnseenChildren = "preview-unseen-children";
    private const string UnseenRules = "preview-unseen-rules";

    /// <param name="resources">In the order in which they are shown.</param>
    public static IEnumerable<Finding> Of(IReadOnlyList<PreviewResource> resources) => resources
        .Where(IsUnchecked)
        .GroupBy(resource => resource.Type, StringComparer.Ordinal)
        .Select(OfType)
        .Concat(resources.Where(resource => resource.Remote).Select(OfRemote))
        .Concat(resources.Where(HasUnseenRules).Select(OfImported));

    private static bool IsUnchecked(PreviewResource resource) => resource is { Custom: true, Read: false, Remote: false }
        && !Urns.IsProvider(resource.Type) && Urns.PackageOf(resource.Type) != "pulumi" && Schemas.Resource(resource.Type) is null;

    // The provider leaves alone what it is not given (aws.ec2.SecurityGroup, "ingress" and "egress").
    private static bool HasUnseenRules(PreviewResource resource) => resource.Options.ImportId is not null
        && ResourceTypes.SecurityGroup.Contains(resource.Type)
        && !(resource.Inputs.ContainsKey("ingress") && resource.Inputs.ContainsKey("egress"));

    // One for all resources of the type, as one schema would mend them all.
    private static Finding OfType(IGrouping<string, PreviewResource> resources)
    {
        var count = resources.Count();
        var those = count == 1 ? "this one" : FormattableString.Invariant($"this one and {count - 1} more");
        return Found(UncheckedType, resources.First(), resources.Key,
            $"There is no schema for {resources.Key}, so the inputs of {those} were not checked, and what the cloud computes of it stays unknown",
            "Check the inputs against the provider's documentation; the real preview does so at the provider");
    }

    private static Finding OfRemote(PreviewResource resource) => Found(UnseenChildren, resource, "",
        $"{resource.Type} is a remote component: its provider's plugin would make its children, which an offline run cannot see",
        "Review what it makes in the preview of a run with the plugin");

    private static Finding OfImported(PreviewResource resource) => Found(UnseenRules, resource, "",
        $"{resource.Options.ImportId} is imported with the rules that it has, which an offline run cannot see",
        "Give it ingress and egress, empty lists where all its rules are resources of their own");

    private static Finding Found(string rule, PreviewResource resource, string key, string message, string fix) => new()
    {
        Rule = rule,
        Severity = Severity.Warning,
        Verdict = Verdict.Undetermined,
        Urn = resource.Urn,
        Message = message,
        Fix = fix,
        Key = key,
        Fingerprint = Fingerprint.Of(rule, resource.Urn, key),
        Source = resource.Source,
    };
}

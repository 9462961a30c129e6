using Infra.Policies;
using Infra.Review.Model;

namespace Infra.Review.Engine.Checks;

/// <summary>Inputs that the provider would refuse.</summary>
public static class SchemaCheck
{
    public static IEnumerable<Finding> Of(PreviewResource resource)
    {
        var schema = Synthesis.Schemas.Resource(resource.Type);
        return schema is null ? [] : new InputCheck(resource).Check(schema.Inputs, resource.Inputs, "");
    }
}

using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Runs the transformations that apply to a resource: its own, then those of its parents up to the stack.</summary>
internal static class Transformed
{
    public static ImmutableArray<ResourceTransformation> Gather(ResourceOptions options, Resource? parent)
    {
        var inherited = parent?.Transformations ?? [];
        return options.ResourceTransformations.Count == 0 ? inherited : [.. options.ResourceTransformations, .. inherited];
    }

    public static (ResourceArgs Args, ResourceOptions Options) Apply(
        Resource resource, ResourceArgs args, ResourceOptions options, ImmutableArray<ResourceTransformation> transformations)
    {
        var parent = options.Parent;
        foreach (var transformation in transformations)
        {
            if (transformation(new ResourceTransformationArgs(resource, args, options)) is not { } result) continue;
            if (result.Options.Parent != parent)
                throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
            args = result.Args;
            options = result.Options;
        }

        return (args, options);
    }
}

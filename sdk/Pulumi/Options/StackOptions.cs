using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>Transformations of every resource of a stack.</summary>
public class StackOptions
{
    [field: MaybeNull]
    public List<ResourceTransformation> ResourceTransformations { get => field ??= []; set; }

    [field: MaybeNull]
    public List<ResourceTransform> ResourceTransforms { get => field ??= []; set; }
}

namespace Pulumi;

/// <summary>Runs in the constructor of each resource below it. Null changes nothing, beyond what it changed in place.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);

public readonly struct ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
{
    public Resource Resource => resource;

    public ResourceArgs Args => args;

    /// <summary>As the resource class made them, before anything is inherited from the parent.</summary>
    public ResourceOptions Options => options;
}

public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    public ResourceArgs Args => args;

    public ResourceOptions Options => options;
}

namespace Pulumi;

/// <summary>The root of all resources of a program. A subclass makes the resources in its constructor and has the stack's outputs as properties.</summary>
public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(RootType, $"{Deployment.Required.Settings.Project}-{Deployment.Required.Settings.Stack}", ToResourceOptions(options))
    {
        Deployment.Required.Stack = this;
    }

    /// <summary>What the subclass's output properties hold now.</summary>
    internal IDictionary<string, object?> ReadOutputs() => OutputProperties.ReadFromStack(this);

    internal void RegisterProgramOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(outputs);

    private static ComponentResourceOptions? ToResourceOptions(StackOptions? options) => options is null ? null : new()
    {
        ResourceTransformations = options.ResourceTransformations,
        ResourceTransforms = options.ResourceTransforms,
    };
}

using Pulumi.Kubernetes.Types.Outputs.Meta.V1;

namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>An object of a kind that a CustomResourceDefinition declares; its type is <c>kubernetes:&lt;apiVersion&gt;:&lt;kind&gt;</c>.</summary>
public class CustomResource : KubernetesResource
{
    public CustomResource(string name, CustomResourceArgs args, CustomResourceOptions? options = null)
        : base(args.Type, name, args, CustomResourceOptions.Merge(new CustomResourceOptions { Version = Utilities.Version }, options))
    {
    }

    [Output("apiVersion")]
    public Output<string> ApiVersion { get; private set; } = null!;

    [Output("kind")]
    public Output<string> Kind { get; private set; } = null!;

    [Output("metadata")]
    public Output<ObjectMeta> Metadata { get; private set; } = null!;
}

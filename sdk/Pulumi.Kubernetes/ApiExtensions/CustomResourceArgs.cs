using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>What every custom resource has; a class for one kind derives from this and adds its own inputs, such as <c>spec</c>.</summary>
public abstract class CustomResourceArgs : ResourceArgs
{
    protected CustomResourceArgs(string apiVersion, string kind)
    {
        ApiVersion = apiVersion;
        Kind = kind;
        Type = $"kubernetes:{apiVersion}:{kind}";
    }

    [Input("apiVersion")]
    public Input<string> ApiVersion { get; }

    [Input("kind")]
    public Input<string> Kind { get; }

    [Input("metadata")]
    public Input<ObjectMetaArgs>? Metadata { get; set; }

    internal string Type { get; }
}

namespace Pulumi;

/// <summary>A resource that a provider makes and changes.</summary>
public class CustomResource : Resource
{
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : this(type, name, args, options, null)
    {
    }

    public CustomResource(
        string type, string name, ResourceArgs? args, CustomResourceOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        : base(type, name, isCustom: true, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions(), isRemote: false, registerPackageRequest)
    {
    }

    /// <summary>A resource that is there already.</summary>
    private protected CustomResource(string urn, string? id, string type = "")
        : base(urn, id, type)
    {
        Id = new(new OutputData<string>(id ?? "", isKnown: !string.IsNullOrEmpty(id), dependencies: [this]));
    }

    /// <summary>The provider's name for the resource; unknown until it is made.</summary>
    [Output("id")]
    public Output<string> Id { get; private protected set; } = null!;
}

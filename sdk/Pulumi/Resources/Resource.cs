using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Something that the engine keeps under a URN. Its registration starts in the constructor and goes on in the background.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly ResourceCompletion _completion = new();
    private readonly ImmutableArray<ResourceTransformation> _transformations = [];

    private protected Resource(
        string type, string name, bool isCustom, ResourceArgs args, ResourceOptions options, bool isRemote, RegisterPackageRequest? package)
    {
        if (string.IsNullOrEmpty(type)) throw new ArgumentException("'type' cannot be null or empty.", nameof(type));
        if (string.IsNullOrEmpty(name)) throw new ArgumentException("'name' cannot be null or empty.", nameof(name));

        var deployment = Pulumi.Deployment.Required;
        Deployment = deployment;
        CallSite = Pulumi.CallSite.Capture(deployment.Monitor);
        _type = type;
        _name = name;
        IsCustom = isCustom;
        IsRemote = isRemote;
        if (isCustom || isRemote) OutputProperties.Of(GetType()).AssignTo(this);
        else Urn = new(new ResourceUrn(this));

        // What is only fetched by its URN has its parents already: the stack neither transforms it nor is its parent.
        var stack = string.IsNullOrEmpty(options.Urn) ? deployment.StackOf(this) : null;
        _transformations = Transformed.Gather(options, options.Parent ?? stack);
        (args, options) = Transformed.Apply(this, args, options, _transformations);
        ExplicitParent = options.Parent;
        Parent = options.Parent ?? stack;
        IsProtected = options.Protect ?? ExplicitParent?.IsProtected;
        (Provider, Providers) = ProviderInheritance.Of(this, options);
        ExplicitParent?.Children.Add(this);

        deployment.Register(this, args, options, package);
    }

    /// <summary>A resource that is there already and known by its URN and perhaps its id.</summary>
    /// <param name="type">Empty where nobody asks for it.</param>
    private protected Resource(string urn, string? id, string type)
    {
        _type = type;
        _name = "";
        IsCustom = true;
        Urn = new(new OutputData<string>(urn, dependencies: [this]));
        _completion.Resolve(new ResourceState(urn, id, null, null));
    }

    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    /// <summary>The run that made the resource; null if it is only known by its URN.</summary>
    internal Deployment? Deployment { get; }

    internal CallSite? CallSite { get; }

    internal bool IsCustom { get; }

    internal bool IsRemote { get; }

    /// <summary>The parent that the options name; null is the stack.</summary>
    internal Resource? ExplicitParent { get; }

    /// <summary>The parent on the wire; null for the stack itself and for what is only fetched by its URN.</summary>
    internal Resource? Parent { get; }

    internal bool? IsProtected { get; }

    /// <summary>The provider that manages the resource itself, if not the default one.</summary>
    internal ProviderResource? Provider { get; }

    /// <summary>By package, for the resources below.</summary>
    internal ImmutableDictionary<string, ProviderResource> Providers { get; } = ProviderInheritance.None;

    internal ResourceChildren Children { get; } = new();

    internal ImmutableArray<ResourceTransformation> Transformations => _transformations;

    internal ResourceCompletion Completion => _completion;

    public string GetResourceType() => _type;

    public string GetResourceName() => _name;

    internal async Task<string> GetUrnAsync() => (await _completion.Task.ConfigureAwait(false)).Urn;
}

using Infra.Components.Identity;
using Pulumi;
using Pulumi.Aws.Ssm;

namespace Infra.Components.Data;

public sealed record StoreAddressesArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>The store's name without its region.</summary>
    public required string Store { get; init; }

    public required Input<string> Writer { get; init; }

    public required Input<string> Readers { get; init; }
}

/// <summary>The addresses of a store in two parameters whose names are known before the store is there.</summary>
public sealed class StoreAddresses : ComponentResource
{
    public StoreAddresses(string name, StoreAddressesArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:StoreAddresses", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        Path = PathOf(args.Naming, args.Store);
        Publish($"{name}-write", $"{Path}/write", args.Writer, args, child);
        Publish($"{name}-read", $"{Path}/read", args.Readers, args, child);
        RegisterOutputs();
    }

    [Output("path")]
    public string Path { get; }

    public static string PathOf(Naming naming, string store) => $"/{naming.Product}/{naming.Environment}/{store}";

    /// <summary>Lets a role read both.</summary>
    public static PolicyStatement Read(Naming naming, Location location, string store) => new()
    {
        Sid = "FindStore",
        Action = ["ssm:GetParameter"],
        Resource = [location.Arn("ssm", $"parameter{PathOf(naming, store)}/read"), location.Arn("ssm", $"parameter{PathOf(naming, store)}/write")],
    };

    private static void Publish(string name, string parameter, Input<string> address, StoreAddressesArgs args, CustomResourceOptions child) =>
        _ = new Parameter(name, new ParameterArgs
        {
            Region = args.Location.Region,
            Name = parameter,
            Type = "String",
            // An address is no secret; as such it would be hidden wherever it is shown.
            InsecureValue = address,
            Tags = args.Naming.Tags(name),
        }, child);
}

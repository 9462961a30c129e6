using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.S3;
using Pulumi.Aws.Ssm;

namespace Infra.Tests.Scenarios;

/// <summary>Small trees of resources with everything that a reader of a preview looks for.</summary>
internal static class Trees
{
    public static Task<IDictionary<string, object?>> WithOptions()
    {
        var shelf = new Shelf("shelf");
        var first = new Bucket("first", new(), new() { Parent = shelf, Protect = true, IgnoreChanges = { "tags" } });
        var second = new Bucket("second", new() { Tags = { ["first"] = first.Arn } }, new()
        {
            DependsOn = { shelf },
            Aliases = { new Alias { Name = "old-second" } },
        });
        return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?> { ["arn"] = second.Arn });
    }

    public static Task<IDictionary<string, object?>> ChangeOptionsLater()
    {
        var options = new ComponentResourceOptions { DeletedWith = new Bucket("then") };
        _ = new Shelf("shelf", options);
        options.DeletedWith = new Bucket("later");
        return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
    }

    public static Task<IDictionary<string, object?>> ImportGroups()
    {
        _ = new SecurityGroup("as-it-is", new(), new() { ImportId = "sg-0123456789abcdef0" });
        _ = new SecurityGroup("closed", new() { Ingress = new InputList<SecurityGroupIngressArgs>(), Egress = new InputList<SecurityGroupEgressArgs>() },
            new() { ImportId = "sg-0fedcba9876543210" });
        return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
    }

    public static Task<IDictionary<string, object?>> Secret()
    {
        var config = new Config();
        var password = config.RequireSecret("password");
        var token = config.RequireSecret("token");
        _ = new Parameter("password", new() { Type = ParameterType.SecureString, Value = password });
        _ = new Bucket("labelled", new() { Tags = { ["joined"] = Output.Format($"{password}/{token}") } });
        Console.WriteLine($"Never do this: {config.Require("password")}");
        return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?> { ["both"] = Output.Format($"{password}+{token}") });
    }

    public static Task<IDictionary<string, object?>> Transformed()
    {
        _ = new Bucket("plain", new() { Tags = { ["kind"] = "plain" } }, new() { ResourceTransforms = { AddColour } });
        return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
    }

    public static Task<ResourceTransformResult?> AddOwner(ResourceTransformArgs args, CancellationToken cancellationToken) =>
        Task.FromResult(args.Type == "aws:s3/bucket:Bucket" ? WithTag(args, "owner", "library") : null);

    private static Task<ResourceTransformResult?> AddColour(ResourceTransformArgs args, CancellationToken cancellationToken) =>
        Task.FromResult(WithTag(args, "colour", "green"));

    private static ResourceTransformResult? WithTag(ResourceTransformArgs args, string name, string value)
    {
        var tags = new Dictionary<string, object?> { [name] = value };
        if (args.Args.GetValueOrDefault("tags") is IEnumerable<KeyValuePair<string, object?>> present)
            foreach (var (key, given) in present) tags[key] = given;
        return new ResourceTransformResult(args.Args.SetItem("tags", tags), args.Options);
    }

    private sealed class Shelf : ComponentResource
    {
        public Shelf(string name, ComponentResourceOptions? options = null) : base("scenarios:index:Shelf", name, options)
        {
            var own = new Bucket($"{name}-own", new(), new() { Parent = this });
            Arn = own.Arn;
            RegisterOutputs();
        }

        [Output("arn")]
        public Output<string> Arn { get; }
    }
}

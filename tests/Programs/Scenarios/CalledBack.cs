using Pulumi;
using Pulumi.Aws.S3;

namespace Infra.Tests.Scenarios;

/// <summary>A program whose transforms and hooks, called by the engine, say what they see of the program.</summary>
internal static class CalledBack
{
    private static readonly AsyncLocal<string> Word = new();

    public static Task<IDictionary<string, object?>> Run()
    {
        Word.Value = "as the program left it";
        _ = new ResourceHook("known", Tell("known"), new() { OnDryRun = true });
        _ = new Bucket("bucket", new(), new()
        {
            Provider = new Pulumi.Aws.Provider("elsewhere", new() { Region = "eu-west-1" }),
            Hooks = { BeforeCreate = { new ByNameAlone("known") } },
            ResourceTransforms = { AddHook },
        });
        return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?> { ["stash"] = Stashed() });
    }

    private static Output<object> Stashed() => new Stash("kept", new StashArgs { Input = "a word" }).Output;

    private static Task<ResourceTransformResult?> AddHook(ResourceTransformArgs args, CancellationToken cancellationToken)
    {
        var provider = args.Options.Provider!.GetResourceType();
        Log.Info($"transform of {args.Name} in {Deployment.Instance.ProjectName}, {Word.Value}: {provider} {args.Options.Hooks.BeforeCreate.Single().Name}");
        args.Options.Hooks.AfterCreate.Add(new ResourceHook("added", Tell("added"), new() { OnDryRun = true }));
        return Task.FromResult<ResourceTransformResult?>(new(args.Args, args.Options));
    }

    private static ResourceHookCallback Tell(string hook) => (args, _) =>
    {
        Log.Info($"hook {hook} of {args.Name}, {Word.Value}");
        return Task.CompletedTask;
    };

    private sealed class ByNameAlone(string name)
        : ResourceHook(name, (_, _) => throw new InvalidOperationException("Only the name is known here."), new(), Task.CompletedTask);
}

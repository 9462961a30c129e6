using System.Collections.Concurrent;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Testing;

/// <summary>Runs a program under mocks and sees each resource as it is constructed, with its options.</summary>
internal sealed class PlannedStack : Stack
{
    private static readonly AsyncLocal<Run?> Current = new();

    public PlannedStack()
        : base(new StackOptions { ResourceTransformations = { Capture } }) => Current.Value!.Program();

    /// <returns>Every resource but the stack itself, in the order of construction.</returns>
    public static async Task<IReadOnlyList<ConstructedResource>> RunAsync(Action program, IMocks mocks, TestOptions options)
    {
        var run = new Run(program);
        Current.Value = run;
        await Deployment.TestAsync<PlannedStack>(mocks, options);
        return [.. run.Constructed.Where(constructed => constructed.Resource is not Stack)];
    }

    private static ResourceTransformationResult? Capture(ResourceTransformationArgs args)
    {
        Current.Value!.Constructed.Enqueue(new ConstructedResource(args.Resource, args.Args, args.Options));
        return null;
    }

    private sealed record Run(Action Program)
    {
        public ConcurrentQueue<ConstructedResource> Constructed { get; } = new();
    }
}

internal sealed record ConstructedResource(Resource Resource, ResourceArgs Args, ResourceOptions Options);

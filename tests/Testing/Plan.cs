using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Testing;

/// <summary>What a program would create.</summary>
internal sealed class Plan
{
    private const string Project = "infra";

    private Plan(IReadOnlyList<PlannedResource> resources) => Resources = resources;

    /// <summary>In the order of construction.</summary>
    public IReadOnlyList<PlannedResource> Resources { get; }

    public static Task<Plan> Of(Action program) => Of(program, new RecordingMocks(isFirstPreview: false));

    /// <param name="program">May call functions of providers.</param>
    /// <param name="answer">What they answer, by their arguments.</param>
    public static Task<Plan> Of(Action program, Func<MockCallArgs, object> answer) => Of(program, new RecordingMocks(isFirstPreview: false, answer));

    /// <summary>What a preview shows before anything exists: ids and other computed values are unknown.</summary>
    public static Task<Plan> OfFirstPreview(Action program) => Of(program, new RecordingMocks(isFirstPreview: true));

    private static async Task<Plan> Of(Action program, RecordingMocks mocks)
    {
        var constructed = await PlannedStack.RunAsync(
            program, mocks, new TestOptions { ProjectName = Project, IsPreview = mocks.IsFirstPreview, RootDirectory = Repository.Root });

        // A parent is constructed before its children.
        var resources = new Dictionary<Resource, PlannedResource>();
        foreach (var resource in constructed)
            resources[resource.Resource] = await PlannedResource.Of(resource, resource.Options.Parent is { } parent ? resources[parent] : null, mocks);
        return new Plan([.. constructed.Select(resource => resources[resource.Resource])]);
    }

    /// <summary>The text of the error that a program ends with.</summary>
    public static async Task<string> ErrorOf(Action program) =>
        (await Should.ThrowAsync<RunException>(() => Of(program))).Message;

    public PlannedResource One(string type, string name) =>
        Resources.SingleOrDefault(resource => resource.Type == type && resource.Name == name)
        ?? throw new InvalidOperationException($"No {type} is called {name}; there are: "
            + $"{string.Join(", ", Resources.Where(resource => resource.Type == type).Select(resource => resource.Name))}.");

    public PlannedResource One(string type) => Some(type) is [var only]
        ? only
        : throw new InvalidOperationException($"There is more than one {type}.");

    /// <summary>All resources of a type; there is at least one.</summary>
    public IReadOnlyList<PlannedResource> Some(string type) =>
        All(type) is { Count: > 0 } some ? some : throw new InvalidOperationException($"There is no {type}.");

    public IReadOnlyList<PlannedResource> All(string type) => [.. Resources.Where(resource => resource.Type == type)];

    /// <summary>As the engine would make them, sorted.</summary>
    public IReadOnlyList<string> Urns(string stack) =>
        [.. Resources.Select(resource => UrnOf(stack, resource)).Order(StringComparer.Ordinal)];

    public static string UrnOf(string stack, PlannedResource resource) => $"urn:pulumi:{stack}::{Project}::{TypeChain(resource)}::{resource.Name}";

    private static string TypeChain(PlannedResource resource) =>
        resource.Parent is { } parent ? $"{TypeChain(parent)}${resource.Type}" : resource.Type;
}

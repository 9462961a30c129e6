using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Messages;
using Infra.Tests.Testing;

namespace Infra.Tests.Interop;

/// <summary>An engine of another make, @grpc/grpc-js with Pulumi's own stubs, that starts the policy pack and calls it in Pulumi's order.</summary>
internal static class EngineOfNode
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static string Pack => Path.ChangeExtension(Repository.Built("Infra.Policies"), OperatingSystem.IsWindows() ? "exe" : null);

    /// <returns>What each call was answered, as JSON.</returns>
    /// <param name="resources">What the program registered.</param>
    /// <param name="configuration">How strictly each policy is enforced.</param>
    /// <param name="isPreview">A preview, or an update.</param>
    /// <param name="end">How the engine takes leave: <c>cancel</c> or <c>abandon</c>.</param>
    /// <param name="folder">The pack's working folder: that of the program.</param>
    /// <param name="asWritten">
    /// The resources go to the pack as they are written here, not as Pulumi's stubs understand them: to restate a whole platform takes the stubs seconds.
    /// </param>
    public static async Task<JsonNode> RunAsync(
        IReadOnlyList<AnalyzerResource> resources, ConfigureAnalyzerRequest? configuration = null, bool isPreview = true, string end = "cancel",
        string? folder = null, bool asWritten = false)
    {
        var engineFolder = await NodePackage.InstallAsync("Analyzer");
        using var engine = NodePackage.Start(engineFolder, ["engine.js", Pack]);
        var errors = engine.StandardError.ReadToEndAsync();
        await engine.StandardInput.WriteAsync(JsonSerializer.Serialize(new
        {
            configuration = (configuration ?? new()).ToByteString().ToBase64(),
            resources = resources.Select(resource => new { before = Alone(resource, ["__defaults"]), after = Alone(resource, []) }),
            stack = new AnalyzeStackRequest { Resources = { resources.Select(Together) } }.ToByteString().ToBase64(),
            asWritten,
            preview = isPreview,
            end,
            folder = folder ?? Repository.Root,
        }));
        engine.StandardInput.Close();
        var output = await engine.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        (await errors).ShouldBeEmpty();
        var answers = JsonNode.Parse(output)!;
        answers["refused"]!.AsArray().ShouldBeEmpty();
        return answers;
    }

    // As Pulumi's engine has it: first the inputs of each resource alone; at the end all that is known of it, without what was computed from nothing.
    private static string Alone(AnalyzerResource resource, string[] more)
    {
        var inputs = new Struct();
        foreach (var name in more) inputs.Fields[name] = Value.ForList();
        foreach (var (name, value) in resource.Properties.Fields.Where(field => resource.PropertyDependencies.ContainsKey(field.Key)))
            inputs.Fields[name] = value;
        return new AnalyzeRequest { Type = resource.Type, Urn = resource.Urn, Name = resource.Name, Options = resource.Options, Properties = inputs }
            .ToByteString().ToBase64();
    }

    private static AnalyzerResource Together(AnalyzerResource resource)
    {
        var together = resource.Clone();
        foreach (var (name, _) in resource.PropertyDependencies.Where(property => property.Value.Urns.Count == 0)) together.PropertyDependencies.Remove(name);
        return together;
    }
}

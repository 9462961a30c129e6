using Infra.Rpc.Messages;
using Infra.Tests.Testing;

namespace Infra.Tests.Sdk.Wire;

/// <summary>Each registration says which lines of the program it comes from. The project's root is tests/Vectors.</summary>
public sealed class SourcePositionTests(VectorPrograms programs) : IClassFixture<VectorPrograms>
{
    [Fact]
    public async Task A_resource_names_the_innermost_line_outside_the_sdk_and_provider_classes()
    {
        var service = await RegistrationAsync("K8sService", "svc");

        service.SourcePosition.ShouldBe(Position("Programs/K8sService.cs", "(\"svc\""));
        service.StackTrace.Frames[0].Pc.ShouldBe(service.SourcePosition);
    }

    [Fact]
    public async Task The_whole_chain_of_calls_is_told_innermost_first()
    {
        var child = await RegistrationAsync("ManyChildren", "g");
        var files = child.StackTrace.Frames.Select(frame => frame.Pc.Uri).Distinct();

        files.ShouldBe(["project:///Programs/Provider.cs", "project:///Programs/ManyChildren.cs", "project:///Runner.cs"]);
        child.StackTrace.Frames.ShouldAllBe(frame => frame.Pc.Line > 0);
    }

    [Fact]
    public async Task A_resource_made_in_an_apply_names_the_line_of_the_function()
    {
        var late = await LastRegistrationAsync("ResourcesInApply");

        late.StackTrace.Frames.ShouldContain(frame => frame.Pc.Uri == "project:///Programs/ResourcesInApply.cs");
    }

    private async Task<RegisterResourceRequest> RegistrationAsync(string scenario, string name) =>
        (await programs.RunAsync(scenario, "update")).Recording.Registrations.Single(entry => entry.Request.Name == name).Request;

    private async Task<RegisterResourceRequest> LastRegistrationAsync(string scenario) =>
        (await programs.RunAsync(scenario, "update")).Recording.Registrations[^1].Request;

    private static SourcePosition Position(string file, string text)
    {
        var lines = File.ReadAllLines(Repository.Path("tests", "Vectors", file));
        return new() { Uri = $"project:///{file}", Line = Array.FindIndex(lines, line => line.Contains(text, StringComparison.Ordinal)) + 1 };
    }
}

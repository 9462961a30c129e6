namespace Infra.Tests.Review.Engine;

/// <summary>Programs that have to be built first.</summary>
public sealed class BuildOnDemandTests : IDisposable
{
    private readonly ScenarioProject _project = new("never started");

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_project_that_makes_a_library_is_told_as_that()
    {
        _project.WriteProgram("Shelf", ProjectOf("Library"), "public sealed class Shelf;\n");

        var result = await _project.PreviewAsync();

        result.ExitCode.ShouldBe(2, result.Errors);
        result.Errors.ShouldContain("main is 'shelf', and shelf/Shelf.csproj is a library: Shelf.dll cannot be run.");
    }

    // As dotnet test sets it: with it, MSBuild's nodes would hold on to the pipe that the command reads to its end.
    [Fact]
    public async Task A_build_within_another_does_not_take_over_its_settings()
    {
        if (OperatingSystem.IsWindows()) return;
        _project.WriteProgram("Settings", """
            <Project Sdk="Microsoft.NET.Sdk">
              <Target Name="Tell" BeforeTargets="Build"><Error Code="SHOP1" Text="taken over: '$(MSBUILDENSURESTDOUTFORTASKPROCESSES)'" /></Target>
            </Project>
            """);

        var result = await _project.PreviewInShellAsync("MSBUILDENSURESTDOUTFORTASKPROCESSES=1 exec \"$@\"");

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldContain("taken over: ''");
    }

    [Fact]
    public async Task Where_no_lock_can_be_made_the_build_goes_on_without()
    {
        if (!OperatingSystem.IsLinux()) return;
        _project.WriteProgram("Broken", ProjectOf("Exe"), "int count = ;\n");
        // A folder that exists and takes no files, whoever asks.
        _project.Write("cache/infra/readme", "");
        Directory.CreateSymbolicLink(_project.PathOf("cache/infra/builds"), "/proc");

        var result = await _project.PreviewInShellAsync($"XDG_CACHE_HOME='{_project.PathOf("cache")}' exec \"$@\"");

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldStartWith("Program 'broken/Broken.csproj' does not compile:");
    }

    private static string ProjectOf(string outputType) =>
        $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>{outputType}</OutputType></PropertyGroup></Project>";
}

using System.Diagnostics;
using Infra.Tests.Testing;

namespace Infra.Tests.Sdk.Generator;

public sealed class IncrementalBuildTests : IDisposable
{
    private readonly DirectoryInfo _intermediate = Directory.CreateTempSubdirectory("infra-generate-");

    public void Dispose() => _intermediate.Delete(recursive: true);

    [Fact]
    public async Task Classes_are_generated_once_and_after_a_schema_is_gone_written_again_only_where_they_differ()
    {
        await GenerateAsync();
        var generated = Times();
        generated.Keys.ShouldContain("Pulumi.Cloudflare.cs");

        await GenerateAsync();
        Times().ShouldBe(generated);

        // As if there had been one schema more.
        await File.AppendAllTextAsync(Path.Combine(_intermediate.FullName, "schema-files.txt"), "Gone.json");
        await File.AppendAllTextAsync(Path.Combine(_intermediate.FullName, "Generated", "Pulumi.Cloudflare.Inputs.cs"), "stale");
        await GenerateAsync();

        var again = Times();
        again["written.stamp"].ShouldBeGreaterThan(generated["written.stamp"]);
        again["Pulumi.Cloudflare.Inputs.cs"].ShouldBeGreaterThan(generated["Pulumi.Cloudflare.Inputs.cs"]);
        again["Pulumi.Cloudflare.cs"].ShouldBe(generated["Pulumi.Cloudflare.cs"]);
    }

    private SortedDictionary<string, DateTime> Times() => new(
        Directory.EnumerateFiles(Path.Combine(_intermediate.FullName, "Generated")).ToDictionary(path => Path.GetFileName(path), File.GetLastWriteTimeUtc),
        StringComparer.Ordinal);

    private async Task GenerateAsync()
    {
        string[] arguments =
        [
            "msbuild", Repository.Path("sdk", "Pulumi.Cloudflare", "Pulumi.Cloudflare.csproj"), "-target:WriteProviderClasses", "-nologo", "-verbosity:quiet",
            "-nodeReuse:false", "-maxCpuCount:1", "-property:PulumiSdk=embedded", "-property:BuildProjectReferences=false",
            $"-property:IntermediateOutputPath={_intermediate.FullName}/",
            $"-property:Configuration={new DirectoryInfo(AppContext.BaseDirectory).Name}",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, said);
    }
}

using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Infra.Tests.Testing;

namespace Infra.Tests;

/// <summary>Who may use whom, and how the sources are laid out.</summary>
public sealed class ArchitectureTests
{
    private const int LongestFile = 300;
    private const int WidestLine = 160;

    private static readonly string[] Sdk = ["Pulumi", "Pulumi.Aws", "Pulumi.Cloudflare", "Pulumi.Kubernetes"];

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Infra.Components"] = Sdk,
        ["Infra.Policies"] = ["Infra.Policies.Access", "Infra.Policies.Deployment", "Infra.Policies.Graph", "Infra.Rpc"],
        ["Infra.Policies.Access"] = ["Infra.Policies.Graph", "Infra.Rpc"],
        ["Infra.Policies.Deployment"] = ["Infra.Policies.Graph", "Infra.Rpc"],
        ["Infra.Policies.Graph"] = ["Infra.Rpc"],
        ["Infra.Stacks"] = ["Infra.Components", .. Sdk],
        ["Infra.Review"] = ["Infra.Policies", "Infra.Policies.Graph", "Infra.Rpc", "Infra.Sdk.Schema"],
        ["Infra.Rpc"] = [],
        ["Infra.Sdk.Generator"] = ["Infra.Sdk.Schema"],
        ["Infra.Sdk.Schema"] = [],
        ["Pulumi"] = ["Infra.Rpc"],
        ["Pulumi.Aws"] = ["Pulumi"],
        ["Pulumi.Cloudflare"] = ["Pulumi"],
        ["Pulumi.Kubernetes"] = ["Pulumi"],
    };

    // Names that say nothing of what is inside, and so take in anything.
    private static readonly string[] EmptyNames =
        ["Utils", "Utilities", "Util", "Helpers", "Helper", "Common", "Shared", "Misc", "Extensions", "Base", "Manager", "Managers", "Factory", "Factories"];

    // tests and bench may use everything.
    private static readonly string[] Unlimited = ["tests/", "bench/"];

    private static readonly string[] AllFiles = [.. FilesIn(Repository.Root).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Assemblies { get; } = [.. MayUse.Keys];

    [Fact]
    public void Every_project_has_its_place_in_the_dependency_rules() =>
        Projects().Select(Path.GetFileNameWithoutExtension).ShouldBe(MayUse.Keys, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void A_project_names_only_what_it_may_use(string name)
    {
        var project = Project(name);
        var projects = project.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
        var packages = project.Descendants("PulumiReference").SelectMany(reference => reference.Attribute("Include")!.Value.Split(';'));

        projects.Concat(packages).Except([.. MayUse[name], .. BuildTools(name)]).ShouldBeEmpty();
    }

    // A project also sees what its references refer to; what was compiled shows what was used.
    [Theory]
    [MemberData(nameof(Assemblies))]
    public void An_assembly_uses_only_what_it_may(string name)
    {
        var projects = MayUse.Keys.ToDictionary(AssemblyOf);

        ReferencesOf(Repository.Built(name, AssemblyOf(name))).Where(projects.ContainsKey).Select(assembly => projects[assembly])
            .Except(MayUse[name]).ShouldBeEmpty();
    }

    // Where both Pulumi SDKs must fit, a package could bring a third opinion on the versions of their dependencies.
    [Theory]
    [InlineData("Infra.Components")]
    [InlineData("Infra.Stacks")]
    public void What_runs_on_either_sdk_brings_no_package_of_its_own(string name) =>
        Project(name).Descendants("PackageReference").ShouldBeEmpty();

    [Fact]
    public void No_file_is_too_long_to_read_in_one_sitting() =>
        Sources().Select(path => (Path: Relative(path), Lines: File.ReadLines(path).Count()))
            .Where(file => file.Lines > LongestFile)
            .ShouldBeEmpty();

    // A line with triple quotes, or between them, is left as it is: JSON, a script, the lines that a program prints.
    [Fact]
    public void No_line_is_too_wide_to_read_beside_another() =>
        Sources().SelectMany(path => LinesOfCode(path).Where(line => line.Text.Length > WidestLine).Select(line => $"{Relative(path)}:{line.Number}"))
            .ShouldBeEmpty();

    [Fact]
    public void No_folder_or_file_has_an_empty_name() =>
        Sources().Select(Relative)
            .Where(path => Path.ChangeExtension(path, null).Split('/').Intersect(EmptyNames).Any())
            .ShouldBeEmpty();

    // The generator runs while provider classes are built; nothing of it is in them.
    private static string[] BuildTools(string name) =>
        name.StartsWith("Pulumi.", StringComparison.Ordinal) ? ["Infra.Sdk.Generator", "Infra.Sdk.Schema"] : [];

    private static string AssemblyOf(string name) => (string?)Project(name).Descendants("AssemblyName").SingleOrDefault() ?? name;

    private static XDocument Project(string name) => XDocument.Load(Projects().Single(path => Path.GetFileNameWithoutExtension(path) == name));

    private static List<string> ReferencesOf(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static IEnumerable<string> Projects() => Files(".csproj").Where(path => !Unlimited.Any(Relative(path).StartsWith));

    // The programs of the wire vectors are recorded input.
    private static IEnumerable<string> Sources() =>
        Files(".cs").Where(path => !Relative(path).StartsWith("tests/Vectors/Programs/", StringComparison.Ordinal));

    private static IEnumerable<(int Number, string Text)> LinesOfCode(string path)
    {
        var isQuoted = false;
        foreach (var (index, text) in File.ReadLines(path).Index())
        {
            var quotes = text.Split("\"\"\"").Length - 1;
            if (!isQuoted && quotes == 0) yield return (index + 1, text);
            isQuoted ^= quotes % 2 == 1;
        }
    }

    private static IEnumerable<string> Files(string extension) => AllFiles.Where(path => Path.GetExtension(path) == extension);

    private static IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(inner => !IsLeftOut(Path.GetFileName(inner))).SelectMany(FilesIn));

    private static bool IsLeftOut(string folder) => folder is "artifacts" or "node_modules" or "bin" or "obj" || folder.StartsWith('.');

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
}

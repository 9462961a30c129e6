using System.Text.RegularExpressions;
using Infra.Tests.Testing;

namespace Infra.Tests.Stacks;

/// <summary>What reviewers would otherwise have to look for in every change of components and stacks.</summary>
public sealed partial class HouseRulesTests
{
    private const int LongestComponentFile = 200;

    [Fact]
    public void Environments_are_named_in_one_place() =>
        Sources("components", "stacks")
            .Where(source => !source.Path.EndsWith("EnvironmentProfile.cs", StringComparison.Ordinal)
                && EnvironmentName().IsMatch(source.Text))
            .Select(source => source.Path).ShouldBeEmpty();

    [Fact]
    public void Components_can_be_read_in_one_sitting() =>
        Sources("components", "stacks").Where(source => source.Text.Count(letter => letter == '\n') > LongestComponentFile)
            .Select(source => source.Path).ShouldBeEmpty();

    [Fact]
    public void No_component_takes_more_than_ten_arguments() =>
        typeof(Infra.Components.Naming).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Args", StringComparison.Ordinal) && type.GetProperties().Length > 10)
            .Select(type => type.Name).ShouldBeEmpty();

    private static IEnumerable<(string Path, string Text)> Sources(params string[] folders) =>
        from folder in folders
        from path in Directory.EnumerateFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories)
        select (path, File.ReadAllText(path));

    [GeneratedRegex("\"(dev|prod)\"|\\b(IsDev|IsProd|isDev|isProd)\\b")]
    private static partial Regex EnvironmentName();
}

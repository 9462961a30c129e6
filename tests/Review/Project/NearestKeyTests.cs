using Infra.Review.Model;
using Infra.Review.Project;

namespace Infra.Tests.Review.Project;

public sealed class NearestKeyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("infra-nearest-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("zonez", "infra:zonez is not a key of this project; did you mean 'infra:zones'? Keys are declared in Pulumi.yaml.")]
    [InlineData("qqqqq", "infra:qqqqq is not a key of this project; known are infra:owner, infra:zones. Keys are declared in Pulumi.yaml.")]
    public void A_misspelt_key_is_compared_without_its_namespace(string key, string message)
    {
        File.WriteAllText(Path.Combine(_folder, "Pulumi.yaml"), """
            name: infra
            runtime: dotnet
            config:
              infra:owner: { type: string, default: team }
              infra:zones: { type: integer, default: 2 }
            """);
        File.WriteAllText(Path.Combine(_folder, "Pulumi.dev.yaml"), $"config:\n  infra:{key}: 3\n");

        Should.Throw<UserException>(() => StackConfiguration.Resolve(ProjectFile.Find(_folder), "dev", [])).Message.ShouldContain(message);
    }
}

using Infra.Review.Project;

namespace Infra.Tests.Review.Project;

public sealed class SecretTextsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infra-secrets-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Each_text_inside_a_structured_secret_is_one_that_no_message_may_repeat()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "Pulumi.yaml"), "name: shop\nruntime: dotnet\nconfig:\n  users:\n    type: object\n");
        File.WriteAllText(Path.Combine(_folder.FullName, "Pulumi.dev.yaml"), """
            config:
              shop:users:
                admin: { name: root, password: { secure: v1:AbCd } }
            """);
        var configuration = StackConfiguration.Resolve(
            ProjectFile.Find(_folder.FullName), "dev", ["""shop:users={"admin":{"name":"root","password":"correct-horse"}}"""]);

        configuration.SecretKeys.ShouldBe(["shop:users"]);
        configuration.SecretTexts.ShouldBe([configuration.Values["shop:users"], "root", "correct-horse"]);
    }
}

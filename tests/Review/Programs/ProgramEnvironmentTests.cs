using Infra.Review.Programs;
using Infra.Tests.Testing;

namespace Infra.Tests.Review.Programs;

public sealed class ProgramEnvironmentTests
{
    [Fact]
    public void What_a_program_sees_is_documented()
    {
        var page = File.ReadAllText(Repository.Path("docs", "program-environment.md"));

        var listed = page.Split("```")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        listed.ShouldBe(ProgramEnvironment.Allowed.Order(StringComparer.OrdinalIgnoreCase));
    }
}

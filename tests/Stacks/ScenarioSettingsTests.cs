using Infra.Tests.Testing;

namespace Infra.Tests.Stacks;

public sealed class ScenarioSettingsTests
{
    // Its project declares nothing, so nothing has a default there.
    [Fact]
    public void The_opened_platform_of_the_tests_gives_every_key_a_value()
    {
        var given = File.ReadAllText(Repository.Path("tests", "Programs", "Scenarios", "Pulumi.dev.yaml"));

        StackConfiguration.Declarations().Keys.Where(key => !given.Contains($"\n  {key}:", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}

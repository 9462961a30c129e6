namespace Infra.Tests.Sdk.Wire;

/// <summary>The SDK sends what the recordings of tests/Vectors hold: the same requests, options, values, log lines and exit code.</summary>
public sealed class WireVectorTests(VectorPrograms programs) : IClassFixture<VectorPrograms>
{
    public static IEnumerable<object[]> Vectors { get; } = ExpectedVector.All.Select(vector => new object[] { vector.Scenario, vector.Mode });

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task A_program_sends_exactly_what_was_recorded(string scenario, string mode) =>
        ShouldBeAsRecorded(await programs.RunAsync(scenario, mode));

    [Theory]
    [InlineData("StackClass", "preview")]
    [InlineData("TransformsRegistered", "update")]
    [InlineData("ThrowInProgram", "update")]
    [InlineData("LogErrorFails", "preview")]
    public async Task A_program_in_a_process_of_its_own_sends_the_same(string scenario, string mode) =>
        ShouldBeAsRecorded(await VectorPrograms.RunAloneAsync(scenario, mode));

    [Fact]
    public void Every_program_has_its_recordings() =>
        Directory.GetFiles(Testing.Repository.Path("tests", "Vectors", "Programs"), "*.cs")
            .Select(Path.GetFileNameWithoutExtension)
            .Except(["Program", "Provider"])
            .SelectMany(scenario => (string[])[$"{scenario} preview", $"{scenario} update"])
            .ShouldBe(ExpectedVector.All.Select(vector => $"{vector.Scenario} {vector.Mode}"), ignoreOrder: true);

    private static void ShouldBeAsRecorded(VectorRun run)
    {
        var differences = ExpectedVector.Of(run.Scenario, run.Mode).DifferencesTo(Normalization.Of(run));
        Assert.True(differences.Count == 0, Describe(run, differences));
    }

    private static string Describe(VectorRun run, IReadOnlyList<string> differences) => $"""
        {run.Scenario} ({run.Mode}) differs from its recording in {differences.Count} places:
        {string.Join('\n', differences.Take(12))}
        {run.StandardError}
        """;
}

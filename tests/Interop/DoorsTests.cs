using System.Text.Json.Nodes;
using Infra.Policies;
using Infra.Review.Reporting;
using Infra.Review.Reporting.Json;
using Infra.Tests.Review.Engine;
using Infra.Tests.Testing;

namespace Infra.Tests.Interop;

/// <summary>One evaluator, three doors: a test, the command, and the policy pack in an engine say the same of the same program.</summary>
[Collection(HostedPrograms.Name)]
public sealed class DoorsTests
{
    public static TheoryData<string> Stacks { get; } = ["dev", "prod"];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task A_test_and_the_command_report_the_same_bytes(string stack)
    {
        var hosted = await HostedPrograms.PlatformAsync(stack);

        var command = await InfraCommand.RunAsync(Repository.Root, "preview", stack, "--format", "json");

        command.ExitCode.ShouldBe(0, command.Errors);
        foreach (var part in new[] { "findings", "firewall", "summary" })
            command.Json[part]!.ToJsonString().ShouldBe(Report(hosted)[part]!.ToJsonString());
    }

    [NodeFact]
    public Task The_pack_in_an_engine_reports_of_dev_what_the_command_reports() => ThePackReportsTheSame("dev");

    [NodeFact]
    public Task The_pack_in_an_engine_reports_of_prod_what_the_command_reports() => ThePackReportsTheSame("prod");

    [NodeFact]
    public async Task They_agree_on_a_program_with_much_to_find()
    {
        var folder = Repository.Path("tests", "Programs", "Scenarios");
        string[] opened = ["--config", "scenarios:ipv4=0.0.0.0/1", "--config", "scenarios:protocol=tcp", "--config", "scenarios:port=22"];
        var command = await InfraCommand.RunAsync(folder, ["preview", "dev", "--format", "json", .. opened]);
        var preview = await Infra.Review.Engine.OfflineEngine.PreviewAsync(new()
        {
            Folder = folder,
            Stack = "dev",
            Config = [.. opened.Where(word => word.Contains('='))],
        });

        var answer = (await EngineOfNode.RunAsync(AnalyzerMessages.Of(preview)))["analyzeStack"]!;

        var findings = command.Json["findings"]!.AsArray();
        findings.ShouldNotBeEmpty();
        Diagnostics(answer).ShouldBe(findings.Where(finding => (string)finding!["verdict"]! == "fail").Select(finding =>
            $"{finding!["rule"]} {finding["urn"]} {finding["message"]}\nFix: {finding["fix"]}."));
    }

    private static async Task ThePackReportsTheSame(string stack)
    {
        var hosted = await HostedPrograms.PlatformAsync(stack);

        var answer = (await EngineOfNode.RunAsync(AnalyzerMessages.Of(hosted.Preview)))["analyzeStack"]!;

        Diagnostics(answer).ShouldBe(hosted.Failures.Select(Sentence));
    }

    private static JsonNode Report(ReviewedPreview reviewed)
    {
        using var stream = new MemoryStream();
        JsonReport.Write(reviewed, stream);
        stream.Position = 0;
        return JsonNode.Parse(stream)!;
    }

    private static IEnumerable<string> Diagnostics(JsonNode answer) => answer["diagnosticsList"]!.AsArray()
        .Select(each => $"{each!["policyname"]} {each["urn"]} {each["message"]}");

    private static string Sentence(Finding finding) => $"{finding.Rule} {finding.Urn} {finding.Message}\nFix: {finding.Fix}.";
}

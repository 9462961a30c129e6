using System.Text.Json.Nodes;
using Infra.Policies;
using Infra.Review;
using Infra.Review.Reporting;
using Infra.Review.Reporting.Json;
using Infra.Stacks;
using Infra.Tests.Review.Engine;
using Infra.Tests.Testing;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

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
        var running = StackPreview.OfAsync(stack);
        var hosted = await HostedPrograms.PlatformAsync(stack);
        var command = await running;

        command.ExitCode.ShouldBe(0, command.Errors);
        foreach (var part in new[] { "findings", "firewall", "summary" })
            command.Json[part]!.ToJsonString().ShouldBe(Report(hosted)[part]!.ToJsonString());
    }

    [NodeFact]
    public async Task The_pack_in_an_engine_reports_what_the_command_reports()
    {
        var (dev, prod) = (await HostedPrograms.PlatformAsync("dev"), await HostedPrograms.PlatformAsync("prod"));

        await Task.WhenAll(ThePackReportsTheSame(dev, asWritten: false), ThePackReportsTheSame(prod, asWritten: true));
    }

    [NodeFact]
    public async Task They_agree_on_a_door_that_was_opened_in_a_hurry()
    {
        var hosted = await PolicyCheck.RunAsync("dev", () => Deployment.RunAsync(() =>
        {
            var outputs = Platform.Build(StackSettings.OfCurrentStack());
            _ = new SecurityGroup("hurried", new()
            {
                Tags = { ["infra:tier"] = "web" },
                Ingress = { new SecurityGroupIngressArgs { Protocol = "tcp", FromPort = 22, ToPort = 22, CidrBlocks = { "0.0.0.0/1" } } },
            });
            return outputs;
        }));

        var answer = (await EngineOfNode.RunAsync(AnalyzerMessages.Of(hosted.Preview), asWritten: true))["analyzeStack"]!;

        var finding = hosted.Failures.First();
        (finding.Rule, finding.Property, finding.Source?.File).ShouldBe(("sg-no-public-admin-port", "ingress[0].cidrBlocks[0]", "tests/Interop/DoorsTests.cs"));
        Diagnostics(answer).ShouldBe(hosted.Failures.Select(Sentence));
    }

    private static async Task ThePackReportsTheSame(ReviewedPreview hosted, bool asWritten)
    {
        var answer = (await EngineOfNode.RunAsync(AnalyzerMessages.Of(hosted.Preview), asWritten: asWritten))["analyzeStack"]!;

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

using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using Infra.Policies;
using Infra.Rpc;
using Infra.Rpc.Messages;
using Infra.Tests.Policies;
using Infra.Tests.Testing;

namespace Infra.Tests.Interop;

/// <summary>The policy pack as a process of its own, called by a client made of @grpc/grpc-js and Pulumi's own stubs.</summary>
public sealed class PolicyPackTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static SampleProgram OpenProgram => SampleProgram.Platform()
        .Ingress("web-ssh", "web", "0.0.0.0/1", "tcp", 22)
        .Ingress("db-later", "db", "<unknown>", "tcp", 3306);

    // One run, of which several tests read a part.
    private static readonly Lazy<Task<JsonNode>> Opened = new(() => EngineOfNode.RunAsync(OpenProgram.Resources()));

    [NodeFact]
    public async Task The_whole_call_order_of_an_engine_is_answered()
    {
        var result = await Opened.Value;

        ((string)result["port"]!).ShouldMatch("^[0-9]+$");
        foreach (var call in new[] { "handshake", "configureStack", "plugin", "info", "configure", "remediate", "analyze", "analyzeStack", "cancel" })
            ((int)result[call]!["code"]!).ShouldBe(0, $"{call}: {result[call]}");
        ((string)result["plugin"]!["version"]!).ShouldBe("1.0.0");
        ((string?)result["stdout"]).ShouldBeNull();
        ((string)result["stderr"]!).ShouldBeEmpty();
        ((int)result["exit"]!["code"]!).ShouldBe(0);
    }

    [NodeFact]
    public async Task It_introduces_every_rule_and_what_can_be_wrong_with_a_waiver()
    {
        var info = (await Opened.Value)["info"]!;

        ((string)info["name"]!).ShouldBe("infra-essential");
        ((bool)info["supportsconfig"]!).ShouldBeTrue();
        info["policiesList"]!.AsArray().Select(policy => (string)policy!["name"]!)
            .ShouldBe(PolicyPack.Essential.Rules.Select(rule => rule.Id).Concat(WaiverPolicy.All.Select(policy => policy.Id)));
        var first = info["policiesList"]!.AsArray().Single(policy => (string)policy!["name"]! == "sg-no-public-admin-port")!;
        ((int)first["enforcementlevel"]!).ShouldBe((int)EnforcementLevel.Mandatory);
        ((int)first["severity"]!).ShouldBe((int)PolicySeverity.Critical);
        ((int)first["policyType"]!).ShouldBe((int)PolicyType.Stack);
    }

    [NodeFact]
    public async Task It_finds_what_the_library_finds()
    {
        var expected = PolicyPack.Essential.Check(OpenProgram.Graph());

        var answer = (await Opened.Value)["analyzeStack"]!;

        answer["diagnosticsList"]!.AsArray().Select(each => ((string)each!["policyname"]!, (string)each["urn"]!, (string)each["message"]!))
            .ShouldBe(expected.Where(finding => finding.Verdict == Verdict.Fail)
                .Select(finding => (finding.Rule, finding.Urn, $"{finding.Message}\nFix: {finding.Fix}.")));
        answer["notApplicableList"]!.AsArray().Select(each => (string)each!["policyName"]!)
            .ShouldBe(expected.Where(finding => finding.Verdict == Verdict.Undetermined).Select(finding => finding.Rule).Distinct());
    }

    [NodeFact]
    public async Task In_an_update_what_cannot_be_judged_is_advice()
    {
        var answer = (await EngineOfNode.RunAsync(OpenProgram.Resources(), isPreview: false))["analyzeStack"]!;

        answer["notApplicableList"]!.AsArray().ShouldBeEmpty();
        answer["diagnosticsList"]!.AsArray().Where(each => ((string)each!["urn"]!).EndsWith("db-later", StringComparison.Ordinal)).ToList()
            .ShouldAllBe(each => (int)each!["enforcementlevel"]! == (int)EnforcementLevel.Advisory);
    }

    [NodeFact]
    public async Task The_engine_sets_how_strictly_each_policy_is_enforced_and_for_one_that_is_disabled_the_more_general_one_speaks()
    {
        var configuration = new ConfigureAnalyzerRequest
        {
            PolicyConfig =
            {
                ["sg-no-public-admin-port"] = new() { EnforcementLevel = EnforcementLevel.Disabled },
                ["sg-internet-port-allowlist"] = new() { EnforcementLevel = EnforcementLevel.Advisory },
            },
        };

        var diagnostic = (await EngineOfNode.RunAsync(OpenProgram.Resources(), configuration))
            ["analyzeStack"]!["diagnosticsList"]!.AsArray().ShouldHaveSingleItem()!;

        ((string)diagnostic["policyname"]!).ShouldBe("sg-internet-port-allowlist");
        ((int)diagnostic["enforcementlevel"]!).ShouldBe((int)EnforcementLevel.Advisory);
    }

    [NodeFact]
    public async Task A_wrong_configuration_is_refused_with_all_its_mistakes()
    {
        var configuration = new ConfigureAnalyzerRequest
        {
            PolicyConfig =
            {
                ["no-such-policy"] = new(),
                ["asg-min-two"] = new() { EnforcementLevel = (EnforcementLevel)9 },
                ["ebs-encrypted"] = new() { Properties = new() { Fields = { ["strict"] = Value.ForBool(true) } } },
            },
        };

        var answer = (await EngineOfNode.RunAsync([], configuration))["configure"]!;

        ((int)answer["code"]!).ShouldBe((int)RpcStatus.InvalidArgument);
        var lines = ((string)answer["details"]!).Split('\n');
        lines.Length.ShouldBe(3);
        lines[0].ShouldStartWith("Policy configuration: the enforcement level of 'asg-min-two' is 9.");
        lines[1].ShouldStartWith("Policy configuration: 'ebs-encrypted' takes no properties, given is strict.");
        lines[2].ShouldStartWith("Policy configuration: 'no-such-policy' is no policy of infra-essential.");
    }

    [NodeFact]
    public async Task Three_thousand_resources_fit_in_one_call()
    {
        var program = new SampleProgram();
        for (var index = 0; index < 3000; index++) program.Add("aws:ec2/subnet:Subnet", $"subnet-{index}", """{ "mapPublicIpOnLaunch": true }""");

        var answer = (await EngineOfNode.RunAsync(program.Resources()))["analyzeStack"]!;

        answer["diagnosticsList"]!.AsArray().Count.ShouldBe(3000);
    }

    [NodeFact]
    public async Task What_the_project_waives_is_advice_that_names_its_owner_and_a_waiver_that_nothing_needs_stops_the_preview()
    {
        var finding = PolicyPack.Essential.Check(OpenProgram.Graph()).First(finding => finding.Verdict == Verdict.Fail);
        using var project = new WaivedProject($"""
            waivers:
              - rule: {finding.Rule}
                urn: {finding.Urn}
                reason: the contractor works from there until the move
                owner: platform
                expires: {Day(30)}
              - rule: ebs-encrypted
                urn: {SampleProgram.Urn("aws:ebs/volume:Volume", "scratch")}
                reason: nothing on it outlives the night
                owner: platform
                expires: {Day(30)}
            """);

        var diagnostics = (await EngineOfNode.RunAsync(OpenProgram.Resources(), folder: project.Program))["analyzeStack"]!["diagnosticsList"]!.AsArray();

        diagnostics.Count.ShouldBe(2);
        var waived = diagnostics.Single(each => (string)each!["policyname"]! == finding.Rule)!;
        ((int)waived["enforcementlevel"]!).ShouldBe((int)EnforcementLevel.Advisory);
        ((string)waived["message"]!).ShouldEndWith($"\nWaived: the contractor works from there until the move (platform, until {Day(30)}).");
        var unused = diagnostics.Single(each => (string)each!["policyname"]! == "waiver-unused")!;
        ((int)unused["enforcementlevel"]!).ShouldBe((int)EnforcementLevel.Mandatory);
    }

    [NodeFact]
    public async Task Waivers_that_cannot_be_used_are_refused_before_anything_is_judged()
    {
        using var project = new WaivedProject("waivers:\n  - rule: no-such-rule\n    owner: platform\n");

        var answer = (await EngineOfNode.RunAsync([], folder: project.Program))["configureStack"]!;

        ((int)answer["code"]!).ShouldBe((int)RpcStatus.InvalidArgument);
        ((string)answer["details"]!).ShouldBe("infra.waivers.yaml is wrong: infra.waivers.yaml:2:5: the waiver lacks urn, reason, expires.");
    }

    [NodeFact]
    public async Task It_ends_when_the_engine_goes_away_without_a_word()
    {
        var result = await EngineOfNode.RunAsync([], end: "abandon");

        result["cancel"].ShouldBeNull();
        ((int)result["exit"]!["code"]!).ShouldBe(0);
    }

    [Fact]
    public async Task Started_without_an_engine_it_says_who_starts_it()
    {
        using var pack = Process.Start(new ProcessStartInfo(EngineOfNode.Pack) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = await pack.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        var errors = await pack.StandardError.ReadToEndAsync();
        await pack.WaitForExitAsync();

        pack.ExitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.ShouldContain("pulumi preview --policy-pack");
    }

    private static string Day(int ahead) => DateTime.UtcNow.AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

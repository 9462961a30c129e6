using System.Text.Json.Nodes;
using Infra.Review.Model;

namespace Infra.Tests.Review.Reporting;

public sealed class WaiverTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infra-waivers-");

    private Preview Waived
    {
        get
        {
            File.WriteAllText(Path.Combine(_folder.FullName, "infra.waivers.yaml"), $"""
                waivers:
                  - rule: sg-no-public-admin-port
                    urn: {SamplePreview.RuleUrn}
                    reason: the contractor works from there until the move
                    owner: platform
                    expires: 2026-12-31
                """);
            return SamplePreview.Of([SamplePreview.Stack, SamplePreview.Network, SamplePreview.Group, SamplePreview.OpenSsh]) with
            {
                ProjectFolder = _folder.FullName,
            };
        }
    }

    [Fact]
    public async Task A_waived_finding_is_shown_and_does_not_fail_the_command()
    {
        var run = await CommandRun.Of(Waived, "preview", "dev", "--fail-on", "warning", "--today", "2026-11-21");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain("""
            Waived  accepted for a while in infra.waivers.yaml
              waived   sg-no-public-admin-port  stacks/ShopStack.cs:33
            """);
        run.Output.ShouldContain("but: the contractor works from there until the move (platform, until 2026-12-31)");
        run.Output.ShouldEndWith("shop/dev: 0 errors, 0 warnings, 0 undetermined, 1 waived; 4 resources, 1 path open from the internet\n");
    }

    [Fact]
    public async Task Json_says_who_accepts_a_finding_why_how_long_and_where()
    {
        var json = JsonNode.Parse((await CommandRun.Of(Waived, "preview", "dev", "--format", "json", "--today", "2026-12-31")).Output)!;

        json["findings"]!.AsArray().ShouldHaveSingleItem()!["waiver"]!.ToJsonString().ShouldBe(
            """{"reason":"the contractor works from there until the move","owner":"platform","expires":"2026-12-31","source":"""
            + """{"file":"infra.waivers.yaml","line":2}}""");
        ((int)json["summary"]!["waived"]!).ShouldBe(1);
        ((int)json["summary"]!["errors"]!).ShouldBe(0);
    }

    [Fact]
    public async Task The_day_after_its_last_the_finding_counts_again_and_so_does_the_waiver()
    {
        var json = JsonNode.Parse((await CommandRun.Of(Waived, "preview", "dev", "--format", "json", "--today", "2027-01-01")).Output)!;

        json["findings"]!.AsArray().Select(finding => ((string)finding!["rule"]!, finding["waiver"]))
            .ShouldBe([("sg-no-public-admin-port", null), ("waiver-expired", null)]);
        ((string)json["findings"]![1]!["source"]!["file"]!).ShouldBe("infra.waivers.yaml");
        ((int)json["summary"]!["errors"]!).ShouldBe(2);
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_ends_the_command_with_two_and_one_paragraph()
    {
        var preview = Waived;
        File.WriteAllText(Path.Combine(_folder.FullName, "infra.waivers.yaml"), "waivers:\n  - rule: nonsense\n    owner: platform\n");

        var run = await CommandRun.Of(preview, "preview", "dev");

        run.ShouldBe(new CommandResult(2, "", "infra.waivers.yaml is wrong: infra.waivers.yaml:2:5: the waiver lacks urn, reason, expires.\n"));
    }

    [Fact]
    public async Task A_day_that_is_none_is_wrong_usage()
    {
        var run = await CommandRun.Of(Waived, "preview", "dev", "--today", "tomorrow");

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("--today is 'tomorrow'; allowed is a day such as 2027-01-31.");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

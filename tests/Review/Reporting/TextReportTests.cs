using Infra.Review.Model;
using Infra.Review.Reporting.Text;
using Infra.Sdk.Schema;
using Infra.Tests.Testing;

namespace Infra.Tests.Review.Reporting;

public sealed class TextReportTests
{
    [Fact]
    public async Task A_preview_shows_the_tree_the_outputs_the_firewall_and_the_findings()
    {
        var run = await CommandRun.Of(SamplePreview.WithOpenSsh, "preview", "dev");

        Snapshot.Matches("preview", run.Output);
    }

    [Fact]
    public async Task What_is_mended_alike_is_told_together_and_the_fix_once()
    {
        var one = SamplePreview.WithOpenSsh.Findings[0];
        var preview = SamplePreview.WithOpenSsh with { Findings = [one, one with { Urn = SamplePreview.VpcUrn, Property = "cidrBlock" }] };

        var run = await CommandRun.Of(preview, "preview", "dev");

        Snapshot.Matches("preview-findings-together", run.Output[run.Output.IndexOf("Findings", StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task A_clean_preview_says_so_in_its_last_line()
    {
        var run = await CommandRun.Of(SamplePreview.WithoutFindings, "preview", "dev");

        Snapshot.Matches("preview-clean", run.Output);
    }

    [Fact]
    public async Task What_is_not_seen_is_not_said_to_be_closed_or_spared()
    {
        var remote = SamplePreview.Vpc with { Urn = SamplePreview.VpcUrn + "-far", Type = "acme:net:Network", Name = "far", Custom = false, Remote = true };
        var machine = SamplePreview.Vpc with
        {
            Urn = SamplePreview.VpcUrn + "-box",
            Type = "aws:ec2/instance:Instance",
            Name = "box",
            Inputs = PropertyDictionary.Empty,
        };
        var preview = SamplePreview.WithoutFindings with { Resources = [SamplePreview.Stack, remote, machine] };

        var lines = (await CommandRun.Of(preview, "preview", "dev")).Output.Split('\n');

        lines.ShouldContain("Firewall  no security group opens a path, as far as seen: 1 remote component is not");
        lines.ShouldContain("If a zone is lost  not known: the program names none");
        (await CommandRun.Of(preview, "firewall", "dev")).Output.ShouldContain("Reached from the internet  nothing, as far as seen: 1 remote component is not");
    }

    [Fact]
    public async Task A_narrow_terminal_gets_broken_prose_and_cut_rows_but_whole_urns()
    {
        var screen = await CommandRun.OnTerminal(SamplePreview.WithOpenSsh, 72, colours: false, "preview", "dev");

        screen.Split('\n').ShouldAllBe(line => line.Length <= 72 || line.Contains("urn:"));
        Snapshot.Matches("preview-terminal-72", screen);
    }

    [Fact]
    public async Task The_place_of_a_finding_is_shown_on_the_narrowest_terminal()
    {
        var screen = await CommandRun.OnTerminal(SamplePreview.WithOpenSsh, 40, colours: false, "preview", "dev");

        var findings = screen[screen.IndexOf("Findings", StringComparison.Ordinal)..];
        findings.ShouldNotContain('…');
        findings.ShouldContain("stacks/ShopStack.cs:40");
    }

    [Fact]
    public async Task A_terminal_gets_colours()
    {
        var screen = await CommandRun.OnTerminal(SamplePreview.WithOpenSsh, 120, colours: true, "preview", "dev");

        Snapshot.Matches("preview-terminal-colours", screen.Replace("\u001b", "<esc>"));
    }

    [Fact]
    public async Task A_program_cannot_send_escape_sequences_to_the_terminal()
    {
        var run = await CommandRun.Of(SamplePreview.WithOpenSsh, "preview", "dev");

        run.Output.ShouldContain("\\u001b[31m");
        run.Output.ShouldNotContain('\u001b');
    }

    [Fact]
    public void Key_facts_are_inputs_that_the_provider_knows()
    {
        var aws = ProviderSchema.Find("aws")!;

        KeyFacts.Listed.Where(fact => aws.Resource(fact.Type) is { } resource && !resource.Inputs.ContainsKey(fact.Input)).ShouldBeEmpty();
        KeyFacts.Listed.Count(fact => aws.Resource(fact.Type) is not null).ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task The_firewall_alone_is_a_table()
    {
        var run = await CommandRun.Of(SamplePreview.WithOpenSsh, "firewall", "dev");

        Snapshot.Matches("firewall", run.Output);
        run.ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData(SamplePreview.VpcUrn, "explain-vpc")]
    [InlineData("web-ssh", "explain-rule")]
    [InlineData("orders", "explain-database")]
    [InlineData(SamplePreview.NetworkUrn, "explain-component")]
    public async Task Explaining_a_resource_shows_everything_known_about_it(string resource, string snapshot)
    {
        var run = await CommandRun.Of(SamplePreview.WithOpenSsh, "explain", "dev", resource);

        Snapshot.Matches(snapshot, run.Output);
        run.ExitCode.ShouldBe(0);
    }
}

using Infra.Policies;
using Infra.Tests.Testing;

namespace Infra.Tests.Stacks;

[Collection(HostedPrograms.Name)]
public sealed class PolicyFindingsTests
{
    public static TheoryData<string> Stacks { get; } = ["dev", "prod"];

    // What stands until the machines of databases report more than once a minute, and the secret of the distribution
    // renews itself.
    private static readonly string[] Awaited = ["rds-enhanced-monitoring", "secret-rotation"];

    // Told, not asked for: one certificate for all names of the domain, functions that call one service,
    // and a key of AWS for the password of the origins.
    private static readonly string[] Notes = ["acm-no-wildcard", "lambda-tracing", "secret-cmk"];

    // What a development stack leaves out so that it can be torn down, and so that it costs less.
    private static readonly string[] LeftOutInDevelopment =
    [
        "aurora-backtrack", "backup-copied-away", "dns-failover-pair", "dynamodb-deletion-protection", "lb-deletion-protection", "rds-deletion-protection",
        "rds-multi-az", "s3-no-force-destroy", "stateful-protected",
    ];

    [Fact]
    public async Task No_rule_finds_fault_with_production() => (await FindingsOf("prod", [.. Awaited, .. Notes])).ShouldBeEmpty();

    [Fact]
    public async Task Development_lacks_only_what_would_keep_it_from_being_torn_down() =>
        (await FindingsOf("dev", [.. Awaited, .. Notes, .. LeftOutInDevelopment])).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task What_a_stack_leaves_out_is_a_warning(string stack) =>
        (await HostedPrograms.PlatformAsync(stack)).Findings.ShouldAllBe(finding => finding.Severity <= Severity.Warning);

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task The_firewall_matrix_of_a_stack_is_what_its_flows_say(string stack)
    {
        var reviewed = await HostedPrograms.PlatformAsync(stack);
        var matrix = reviewed.Firewall.Select(flow => $"{flow.From} -> {flow.To} {flow.Protocol} {flow.FromPort}-{flow.ToPort}").Distinct();

        Snapshot.Matches($"{stack}-firewall", string.Concat(matrix.Select(flow => $"{flow}\n")));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task No_finding_of_a_stack_is_waived(string stack) => (await HostedPrograms.PlatformAsync(stack)).Waived.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Before_anything_exists_only_documents_leave_it_open_whether_there_is_an_error(string stack)
    {
        var reviewed = await HostedPrograms.FirstPreviewAsync(stack);

        reviewed.Failures.ShouldAllBe(finding => finding.Severity < Severity.Error);
        reviewed.Undetermined.Where(finding => finding.Severity == Severity.Error).ShouldAllBe(finding => finding.Property == "policy");
    }

    [Fact]
    public async Task Production_stops_with_no_zone_and_no_machine()
    {
        var availability = (await HostedPrograms.PlatformAsync("prod")).Availability;

        availability.Zones.Count.ShouldBeGreaterThan(2);
        availability.Zones.SelectMany(loss => loss.Stops).Concat(availability.Instances).ShouldBeEmpty();
    }

    private static async Task<IEnumerable<string>> FindingsOf(string stack, string[] accepted) =>
        (await HostedPrograms.PlatformAsync(stack)).Findings.Where(finding => !accepted.Contains(finding.Rule))
            .Select(finding => $"{finding.Severity} {finding.Rule} {finding.Message}");
}

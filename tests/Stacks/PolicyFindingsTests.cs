using Infra.Tests.Testing;

namespace Infra.Tests.Stacks;

[Collection(HostedPrograms.Name)]
public sealed class PolicyFindingsTests
{
    public static TheoryData<string> Stacks { get; } = ["dev", "prod"];

    [Fact]
    public async Task No_rule_finds_fault_with_production() => (await FindingsOf("prod")).ShouldBeEmpty();

    [Fact]
    public async Task Development_lacks_only_what_would_keep_it_from_being_torn_down() =>
        (await FindingsOf("dev")).ShouldBe(
        [
            "Warning lb-deletion-protection edge-eu-central-1: enableDeletionProtection is false, not true",
            "Warning lb-deletion-protection apps-eu-central-1: enableDeletionProtection is false, not true",
        ]);

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

    [Fact]
    public async Task Production_stops_with_no_zone_and_no_machine()
    {
        var availability = (await HostedPrograms.PlatformAsync("prod")).Availability;

        availability.Zones.Count.ShouldBeGreaterThan(2);
        availability.Zones.SelectMany(loss => loss.Stops).Concat(availability.Instances).ShouldBeEmpty();
    }

    private static async Task<IEnumerable<string>> FindingsOf(string stack) =>
        (await HostedPrograms.PlatformAsync(stack)).Findings.Select(finding => $"{finding.Severity} {finding.Rule} {finding.Message}");
}

using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Infra.Policies;
using Infra.Rpc.Messages;
using Infra.Stacks;
using Infra.Tests.Testing;

namespace Infra.Tests.Stacks;

public sealed class PolicyFindingsTests
{
    public static TheoryData<string> Stacks { get; } = ["dev", "prod"];

    [Fact]
    public async Task No_rule_finds_fault_with_production() => (await FindingsOf("prod")).ShouldBeEmpty();

    [Fact]
    public async Task Development_lacks_only_what_would_keep_it_from_being_torn_down() =>
        (await FindingsOf("dev")).ShouldBe(["Warning lb-deletion-protection edge-eu-central-1: enableDeletionProtection is false, not true"]);

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task The_firewall_matrix_of_a_stack_is_what_its_flows_say(string stack)
    {
        var matrix = FirewallMatrix.Of(await GraphOf(stack)).Select(flow => $"{flow.From} -> {flow.To} {flow.Protocol} {flow.FromPort}-{flow.ToPort}").Distinct();

        Snapshot.Matches($"{stack}-firewall", string.Concat(matrix.Select(flow => $"{flow}\n")));
    }

    private static async Task<IEnumerable<string>> FindingsOf(string stack) =>
        PolicyPack.Essential.Check(await GraphOf(stack)).Select(finding => $"{finding.Severity} {finding.Rule} {finding.Message}");

    private static async Task<ResourceGraph> GraphOf(string stack)
    {
        var plan = await Plan.Of(() => Platform.Build(StackSettings.Read(stack, StackConfiguration.Of(stack).Find)));
        return ResourceGraph.From([.. plan.Resources.Select(resource => MessageOf(stack, resource))]);
    }

    private static AnalyzerResource MessageOf(string stack, PlannedResource resource) => new()
    {
        Type = resource.Type,
        Name = resource.Name,
        Urn = Plan.UrnOf(stack, resource),
        Parent = resource.Parent is { } parent ? Plan.UrnOf(stack, parent) : "",
        Properties = ValueOf(resource.Inputs.SetItems(resource.Outputs)).StructValue,
        Options = new() { Protect = resource.Options.Protect ?? false },
    };

    private static Value ValueOf(object? value) => value switch
    {
        null => Value.ForNull(),
        string text => Value.ForString(text),
        bool flag => Value.ForBool(flag),
        double number => Value.ForNumber(number),
        int number => Value.ForNumber(number),
        ImmutableArray<object> items => Value.ForList([.. items.Select(ValueOf)]),
        ImmutableDictionary<string, object> members => Value.ForStruct(new Struct { Fields = { members.ToDictionary(member => member.Key, member => ValueOf(member.Value)) } }),
        _ => throw new InvalidOperationException($"A plan holds no {value.GetType()}."),
    };
}

using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Network;

/// <summary>How much comes into a subnet: a /28 has room for 11.</summary>
internal static class RoomCases
{
    private const string Rule = "subnet-capacity";
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Clones = "aws:autoscaling/group:Group";
    private const string Nat = "aws:ec2/natGateway:NatGateway";

    public static IEnumerable<RuleCase> All => [.. Boundaries, .. Zones, .. Together];

    private static IEnumerable<RuleCase> Boundaries =>
    [
        Passes(Rule, "exactly as many as there is room for", Small().Machines("app", "11", "\"small\"")),
        Fails(Rule, "one more than there is room for", Small().Machines("app", "12", "\"small\"")),
        Passes(Rule, "perhaps exactly as many as there is room for", Small().Machines("app", "11", "\"<unknown:small:large>\"")),
        IsOpen(Rule, "perhaps one more than there is room for", Small().Machines("app", "12", "\"<unknown:small:large>\"")),
        IsOpen(Rule, "more than the smallest block has, of a block that is not known",
            Small("<unknown>").Machines("app", "12", "\"small\""), "cidrBlock"),
        Passes(Rule, "nobody in a block of one address", Small("10.0.0.0/32")),
        Passes(Rule, "no block for IPv4",
            new SampleProgram().Add(Subnet, "small", """{ "ipv6Native": true, "ipv6CidrBlock": "2001:db8::/64" }""")
            .Machines("app", "5000", "\"small\"")),
    ];

    private static IEnumerable<RuleCase> Zones =>
    [
        Passes(Rule, "exactly as many in two of three zones", Small().Machines("app", "22", "\"small\", \"large\", \"third\"")),
        Fails(Rule, "one more in two of three zones", Small().Machines("app", "23", "\"small\", \"large\", \"third\"")),
        Passes(Rule, "exactly as many in two of three zones, of which one is not known",
            Small().Machines("app", "22", "\"small\", \"large\", \"<unknown>\"")),
        Fails(Rule, "all in the one zone that is left of two", Small().Machines("app", "12", "\"small\", \"large\"")),
    ];

    private static IEnumerable<RuleCase> Together =>
    [
        Passes(Rule, "machines and a NAT gateway, exactly",
            Small().Machines("app", "10", "\"small\"").Add(Nat, "nat", """{ "subnetId": "small" }""")),
        Fails(Rule, "machines and a NAT gateway, one too many",
            Small().Machines("app", "11", "\"small\"").Add(Nat, "nat", """{ "subnetId": "small" }""")),
        Passes(Rule, "two groups, exactly", Small().Machines("app", "6", "\"small\"").Machines("worker", "5", "\"small\"")),
        Fails(Rule, "two groups, one machine too many", Small().Machines("app", "6", "\"small\"").Machines("worker", "6", "\"small\"")),
        IsOpen(Rule, "two groups, perhaps one machine too many",
            Small().Machines("app", "6", "\"<unknown:small:large>\"").Machines("worker", "6", "\"<unknown:small:large>\"")),
    ];

    internal static SampleProgram Small(string block = "10.0.0.0/28") => new SampleProgram()
        .Add(Subnet, "small", $$"""{ "cidrBlock": "{{block}}" }""")
        .Add(Subnet, "large", """{ "cidrBlock": "10.0.1.0/24" }""")
        .Add(Subnet, "third", """{ "cidrBlock": "10.0.2.0/24" }""");

    internal static SampleProgram Machines(this SampleProgram program, string name, string most, string subnets) =>
        program.Add(Clones, name, $$"""{ "maxSize": {{most}}, "vpcZoneIdentifiers": [{{subnets}}] }""");
}

using FsCheck;
using FsCheck.Fluent;
using Infra.Policies.Firewall;

namespace Infra.Tests.Policies.Firewall;

public sealed class TrafficTests
{
    private static readonly Gen<Traffic> Atoms = Gen.OneOf(
        Gen.Constant(Traffic.All),
        Gen.Constant(Traffic.Of(new(1), PortSet.All)),
        Gen.Choose(1, 4).Select(port => Traffic.Tcp(port)),
        Gen.Choose(1, 4).Select(port => Traffic.Of(TransportProtocol.Udp, PortSet.Of(port))));

    private static readonly Arbitrary<Traffic> Some = Gen.OneOf(
        Atoms.ListOf(3).Select(parts => parts.Aggregate(Traffic.None, (all, part) => all.Union(part))),
        Atoms.ListOf(3).Select(parts => parts.Aggregate(Traffic.All, (all, part) => all.Except(part)))).ToArbitrary();

    [Fact]
    public void Set_operations_agree_with_brute_force() => Prop.ForAll(Some, Some, (left, right) =>
    {
        foreach (var (protocol, port) in Universe)
        {
            var (a, b) = (Has(left, protocol, port), Has(right, protocol, port));
            Has(left.Union(right), protocol, port).ShouldBe(a || b);
            Has(left.Intersect(right), protocol, port).ShouldBe(a && b);
            Has(left.Except(right), protocol, port).ShouldBe(a && !b);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_set_has_one_spelling() => Prop.ForAll(Some, Some, (left, right) =>
    {
        left.Union(right).ShouldBe(right.Union(left));
        left.Except(right).Union(left.Intersect(right)).ShouldBe(left);
        left.Contains(right).ShouldBe(left.Union(right).Equals(left));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void All_protocols_but_one_port_says_so() =>
        Traffic.All.Except(Traffic.Tcp(80)).ToString().ShouldBe("tcp 0-79,81-65535; all protocols but tcp");

    [Theory]
    [InlineData("tcp", "tcp")]
    [InlineData("TCP", "tcp")]
    [InlineData("6", "tcp")]
    [InlineData("17", "udp")]
    [InlineData("ipv6-icmp", "icmpv6")]
    [InlineData("99", "99")]
    [InlineData("255", "255")]
    public void A_protocol_has_a_name_and_a_number(string text, string expected) =>
        TransportProtocol.Parse(text)!.Value.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("tpc")]
    [InlineData("256")]
    [InlineData("-6")]
    [InlineData("")]
    public void Anything_else_is_no_protocol(string text) => TransportProtocol.Parse(text).ShouldBeNull();

    [Fact]
    public void A_protocol_without_ports_is_open_as_a_whole() =>
        Traffic.Of(new(47), PortSet.Of(80)).ShouldBe(Traffic.Of(new(47), PortSet.All));

    [Fact]
    public void Every_port_of_one_protocol_is_wholesale_as_all_protocols_are()
    {
        Traffic.Of(TransportProtocol.Tcp, PortSet.All).IsWholesale.ShouldBeTrue();
        Traffic.Of(TransportProtocol.Udp, PortSet.All).IsWholesale.ShouldBeTrue();
        Traffic.All.Except(Traffic.Tcp(80)).Except(Traffic.Of(TransportProtocol.Udp, PortSet.Of(53))).IsWholesale.ShouldBeTrue();
        Traffic.Of(TransportProtocol.Tcp, PortSet.All).Except(Traffic.Tcp(80)).IsWholesale.ShouldBeFalse();
        Traffic.Of(new(1), PortSet.All).IsWholesale.ShouldBeFalse();
    }

    [Fact]
    public void Two_sets_overlap_where_they_share_something() => Prop.ForAll(Some, Some, (left, right) =>
        left.Overlaps(right).ShouldBe(!left.Intersect(right).IsEmpty)).QuickCheckThrowOnFailure();

    [Fact]
    public void Protocols_are_listed_by_number() =>
        Traffic.Of(TransportProtocol.Udp, PortSet.Of(53)).Union(Traffic.Tcp(80)).Union(Traffic.Of(new(1), PortSet.All)).ToString()
            .ShouldBe("icmp; tcp 80; udp 53");

    private static IEnumerable<(int Protocol, int Port)> Universe =>
        from protocol in new[] { 1, 6, 17, 50 } from port in Enumerable.Range(0, 6) select (protocol, port);

    private static bool Has(Traffic traffic, int protocol, int port) => traffic.Ports(new(protocol)).Contains(PortSet.Of(port));
}

using FsCheck;
using FsCheck.Fluent;
using Infra.Policies.Firewall;

namespace Infra.Tests.Policies.Firewall;

public sealed class PortSetTests
{
    // A universe small enough to try every port, at the upper edge, where an off-by-one would overflow.
    private const int First = 65520;

    private static readonly Arbitrary<int[]> SomePorts = Gen.Choose(First, 65535).ArrayOf().ToArbitrary();

    [Fact]
    public void Set_operations_agree_with_brute_force() => Prop.ForAll(SomePorts, SomePorts, (left, right) =>
    {
        var (a, b) = (PortSet.Of(left), PortSet.Of(right));
        Members(a.Union(b)).ShouldBe(left.Union(right).Order());
        Members(a.Intersect(b)).ShouldBe(left.Intersect(right).Order());
        Members(a.Except(b)).ShouldBe(left.Except(right).Order());
        a.Contains(b).ShouldBe(right.All(left.Contains));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_set_has_one_spelling() => Prop.ForAll(SomePorts, ports =>
    {
        var set = PortSet.Of(ports);
        set.ShouldBe(PortSet.Of(ports.Reverse().Concat(ports)));
        set.Ranges.Zip(set.Ranges.Skip(1)).ShouldAllBe(pair => pair.First.To + 1 < pair.Second.From);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_taken_away_and_given_back_is_whole_again() => Prop.ForAll(SomePorts, SomePorts, (left, right) =>
    {
        var (a, b) = (PortSet.Of(left), PortSet.Of(right));
        a.Except(b).Union(a.Intersect(b)).ShouldBe(a);
        PortSet.All.Except(PortSet.All.Except(a)).ShouldBe(a);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_remainder_of_a_range_is_exact() =>
        PortSet.Range(80, 443).Except(PortSet.Of(80, 443)).ToString().ShouldBe("81-442");

    [Theory]
    [InlineData(0, 65535, true)]
    [InlineData(1, 65535, true)]
    [InlineData(2, 65535, false)]
    [InlineData(0, 65534, false)]
    public void Every_port_means_every_one_that_can_be_connected_to(int from, int to, bool expected) =>
        PortSet.Range(from, to).IsEveryPort.ShouldBe(expected);

    private static IEnumerable<int> Members(PortSet set) => Enumerable.Range(First, 16).Where(port => set.Contains(PortSet.Of(port)));
}

using Infra.Components;
using Infra.Components.Networking;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Networking;

public sealed class NetworkPeeringTests
{
    private const string Connection = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
    private const string Accepter = "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter";
    private const string Options = "aws:ec2/peeringConnectionOptions:PeeringConnectionOptions";
    private const string Route = "aws:ec2/route:Route";

    private static readonly NetworkArgs There = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt with { Region = "us-east-1" },
        Cidr = Cidr.Parse("10.41.0.0/16"),
        Zones = ["a", "b"],
        Nat = NatStrategy.None,
        FlowLogDays = 7,
    };

    private static readonly NetworkArgs Home =
        There with { Location = Places.Frankfurt, Cidr = Cidr.Parse("10.40.0.0/16"), NeighbourRanges = [Cidr.Parse("10.41.0.0/16")] };

    [Fact]
    public async Task A_connection_is_asked_for_in_one_region_and_accepted_in_the_other()
    {
        var plan = await PlanOf(There, Home);

        var connection = plan.One(Connection);
        (connection.Text("region"), connection.Text("vpcId"), connection.Text("peerVpcId"), connection.Text("peerRegion"), connection.Flag("autoAccept"))
            .ShouldBe(("us-east-1", "there-vpc-id", "home-vpc-id", "eu-central-1", false));
        var accepter = plan.One(Accepter);
        (accepter.Text("region"), accepter.Text("vpcPeeringConnectionId"), accepter.Flag("autoAccept")).ShouldBe(("eu-central-1", "joined-id", true));
    }

    [Fact]
    public async Task Names_are_resolved_at_both_ends_once_it_is_accepted()
    {
        var plan = await PlanOf(There, Home);

        var (from, to) = (plan.One(Options, "joined-from"), plan.One(Options, "joined-to"));
        (from.Text("region"), from.Flag("requester.allowRemoteVpcDnsResolution"), from.At("accepter")).ShouldBe(("us-east-1", true, null));
        (to.Text("region"), to.Flag("accepter.allowRemoteVpcDnsResolution"), to.At("requester")).ShouldBe(("eu-central-1", true, null));
    }

    [Fact]
    public async Task App_subnets_find_the_other_network_and_its_data_subnets_find_back()
    {
        var plan = await PlanOf(There, Home);

        plan.Some(Route).Where(route => route.Text("vpcPeeringConnectionId") is not null)
            .Select(route => (route.Name, route.Text("region"), route.Text("routeTableId"), route.Text("destinationCidrBlock"))).ShouldBe(
        [
            ("joined-app-a", "us-east-1", "there-app-a-id", "10.40.0.0/16"),
            ("joined-app-b", "us-east-1", "there-app-b-id", "10.40.0.0/16"),
            ("joined-data", "eu-central-1", "home-data-id", "10.41.0.0/16"),
        ]);
    }

    [Fact]
    public async Task Adding_a_zone_changes_nothing_that_is_there()
    {
        var (before, after) = (await PlanOf(There, Home), await PlanOf(There with { Zones = ["a", "b", "c"] }, Home with { Zones = ["a", "b", "c"] }));

        Replacements.Between(before, after).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_problem_of_a_peering_is_told_at_once() =>
        (await Plan.ErrorOf(() => Join(There with { Location = new("210987654321", "eu-central-1"), Cidr = Cidr.Parse("10.40.0.0/18") }, Home))).ShouldBe(
            """
            NetworkPeering 'joined' cannot be built:
              - Both networks lie in eu-central-1; expected are two regions. Within one, firewalls name each other's groups.
              - The networks belong to the accounts 210987654321 and 123456789012; expected is one account, which asks and accepts.
              - 10.40.0.0/18 and 10.40.0.0/16 overlap, so neither network could tell the other's addresses from its own.
              - The network of eu-central-1 does not count 10.40.0.0/18 among its NeighbourRanges, so its ACLs would drop whatever comes.
            """);

    private static Task<Plan> PlanOf(NetworkArgs from, NetworkArgs to) => Plan.Of(() => Join(from, to));

    private static void Join(NetworkArgs from, NetworkArgs to) =>
        _ = new NetworkPeering("joined", new() { Naming = Places.Naming, From = new Network("there", from), To = new Network("home", to) });
}

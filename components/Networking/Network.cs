using System.Collections.Immutable;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Infra.Components.Networking;

public sealed record NetworkArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>From /16 to /21; see <see cref="AddressPlan"/> for what becomes of it.</summary>
    public required Cidr Cidr { get; init; }

    /// <summary>Letters, for example a and b. Add new ones at the end: a shared NAT gateway stands in the first.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    public required NatStrategy Nat { get; init; }

    /// <summary>One of the retentions that CloudWatch Logs knows.</summary>
    public required int FlowLogDays { get; init; }

    /// <summary>Of a key for log groups; null leaves the flow logs to a key of AWS.</summary>
    public Input<string>? FlowLogKeyArn { get; init; }

    /// <summary>Who may come to app subnets by SSH; security groups say to which machines.</summary>
    public IReadOnlyList<Cidr> AdminRanges { get; init; } = [];

    /// <summary>Who may come to public subnets by SFTP; security groups say to which doors.</summary>
    public IReadOnlyList<Cidr> PartnerRanges { get; init; } = [];

    /// <summary>Networks, joined with this one, whose machines may come to data subnets; security groups say to which stores.</summary>
    public IReadOnlyList<Cidr> NeighbourRanges { get; init; } = [];

    internal OutsideRanges OutsideRanges => new() { Admins = AdminRanges, Partners = PartnerRanges, Neighbours = NeighbourRanges };
}

/// <summary>A VPC of both versions of IP with public, app and data subnets in each zone, and nothing open by default.</summary>
public sealed class Network : ComponentResource, IObserved
{
    public Network(string name, NetworkArgs args, ComponentResourceOptions? options = null)
        : base("infra:network:Network", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var plan = AddressPlan.For(args.Cidr, args.Zones);
        var vpc = CreateVpc(name, args, child);
        CloseDefaultSecurityGroup(name, args, vpc, child);
        var (subnets, privateTables, tables, gateways) = new NetworkRoutes(name, args, vpc, child).Create(CreateSubnets(name, args, plan, vpc, child));
        new NetworkAcls(name, args, vpc, child).Create(plan, subnets);
        CreateGatewayEndpoints(name, args, vpc, privateTables, child);
        _ = new FlowLogs(FlowLogsName(name), FlowLogsOf(args, vpc), new() { Parent = this });

        Args = args;
        VpcId = vpc.Id;
        RouteTables = tables;
        PublicSubnets = Of(subnets, SubnetTier.Public);
        AppSubnets = Of(subnets, SubnetTier.App);
        DataSubnets = Of(subnets, SubnetTier.Data);
        SubnetIds = Output.All(subnets.Select(subnet => subnet.Id))
            .Apply(ids => subnets.Zip(ids).ToImmutableDictionary(pair => pair.First.Plan.Key, pair => pair.Second));
        AddressRoom = Output.Create(plan.ToString());
        Telemetry = NatTelemetry.Of(name, args.Location.Region, gateways);
        RegisterOutputs();
    }

    [Output("vpcId")]
    public Output<string> VpcId { get; }

    /// <summary>By tier and zone, for example <c>app-a</c>.</summary>
    [Output("subnetIds")]
    public Output<ImmutableDictionary<string, string>> SubnetIds { get; }

    /// <summary>What is left of the VPC's addresses, for people.</summary>
    [Output("addressRoom")]
    public Output<string> AddressRoom { get; }

    public IReadOnlyList<ZoneSubnet> PublicSubnets { get; }

    public IReadOnlyList<ZoneSubnet> AppSubnets { get; }

    public IReadOnlyList<ZoneSubnet> DataSubnets { get; }

    /// <summary>Others may add routes to them, such as to the gateway of a VPN.</summary>
    public RouteTables RouteTables { get; }

    public Telemetry Telemetry { get; }

    internal NetworkArgs Args { get; }

    private static Problems Check(string name, NetworkArgs args)
    {
        var addresses = AddressPlan.Check(args.Cidr, args.Zones).ToList();
        return new Problems("Network", name)
            .Add(addresses)
            .Add(addresses.Count == 0 ? AclPlan.Check(AddressPlan.For(args.Cidr, args.Zones), args.OutsideRanges) : [])
            .Add(FlowLogs.Check(FlowLogsName(name), args.FlowLogDays));
    }

    private static string FlowLogsName(string name) => $"{name}-flow-logs";

    private static Vpc CreateVpc(string name, NetworkArgs args, CustomResourceOptions child) =>
        new($"{name}-vpc", new VpcArgs
        {
            Region = args.Location.Region,
            CidrBlock = args.Cidr.ToString(),
            AssignGeneratedIpv6CidrBlock = true,
            // Both are needed by private zones and by the private names of interface endpoints.
            EnableDnsSupport = true,
            EnableDnsHostnames = true,
            Tags = args.Naming.Tags(name),
        }, child);

    // AWS gives each VPC a default group that lets its members talk to each other; adopting it without rules empties it.
    private static void CloseDefaultSecurityGroup(string name, NetworkArgs args, Vpc vpc, CustomResourceOptions child) =>
        _ = new DefaultSecurityGroup($"{name}-default", new DefaultSecurityGroupArgs
        {
            Region = args.Location.Region,
            VpcId = vpc.Id,
            Ingress = new List<DefaultSecurityGroupIngressArgs>(),
            Egress = new List<DefaultSecurityGroupEgressArgs>(),
            Tags = args.Naming.Tags($"{name}-default-closed"),
        }, child);

    private static List<ZoneSubnet> CreateSubnets(
        string name, NetworkArgs args, AddressPlan plan, Vpc vpc, CustomResourceOptions child) =>
        [.. plan.Subnets.Select(planned => new ZoneSubnet(planned, new Subnet($"{name}-{planned.Key}", new SubnetArgs
        {
            Region = args.Location.Region,
            VpcId = vpc.Id,
            AvailabilityZone = args.Location.Zone(planned.Zone),
            CidrBlock = planned.Block.ToString(),
            Ipv6CidrBlock = Ipv6BlockOf(planned, vpc),
            MapPublicIpOnLaunch = false,
            // A machine has an IPv6 address if its template asks for one.
            AssignIpv6AddressOnCreation = false,
            Tags = args.Naming.Tags($"{name}-{planned.Key}", planned.Tier.Key),
        }, child).Id))];

    private static Input<string>? Ipv6BlockOf(PlannedSubnet planned, Vpc vpc) => planned.Tier.HasIpv6
        ? (Input<string>)vpc.Ipv6CidrBlock.Apply(block => Ipv6Block.Subnet(block, planned.Ipv6Index))
        : null;

    // Gateway endpoints cost nothing and keep traffic to these two services off the NAT gateways.
    private static void CreateGatewayEndpoints(
        string name, NetworkArgs args, Vpc vpc, IReadOnlyList<RouteTable> tables, CustomResourceOptions child)
    {
        foreach (var service in (string[])["dynamodb", "s3"])
            _ = new VpcEndpoint($"{name}-{service}", new VpcEndpointArgs
            {
                Region = args.Location.Region,
                VpcId = vpc.Id,
                VpcEndpointType = "Gateway",
                ServiceName = $"com.amazonaws.{args.Location.Region}.{service}",
                RouteTableIds = tables.Select(table => table.Id).ToList(),
                Tags = args.Naming.Tags($"{name}-{service}"),
            }, child);
    }

    private static FlowLogsArgs FlowLogsOf(NetworkArgs args, Vpc vpc) => new()
    {
        Naming = args.Naming,
        Location = args.Location,
        VpcId = vpc.Id,
        RetentionDays = args.FlowLogDays,
        KeyArn = args.FlowLogKeyArn,
    };

    private static List<ZoneSubnet> Of(IReadOnlyList<ZoneSubnet> subnets, SubnetTier tier) => [.. subnets.Where(subnet => subnet.Plan.Tier == tier)];
}

using Infra.Components.Edge;
using Pulumi;
using Pulumi.Aws.Ec2;

namespace Infra.Components.Networking;

/// <summary>
/// One end of a flow. Each kind of peer has a verb for what it may reach and no other, so a flow that the tier model forbids
/// (the internet to the web tier, say) does not compile. A key names security groups and rules: it is frozen.
/// </summary>
public abstract record Peer
{
    private protected Peer(string key) => Key = key;

    public string Key { get; }

    public sealed override string ToString() => Key;
}

/// <summary>A peer made of instances or interfaces; it gets a security group and its key as <c>infra:tier</c>.</summary>
public abstract record TierPeer : Peer
{
    private protected TierPeer(string key)
        : base(key)
    {
    }
}

/// <summary>Everyone, over IPv4 and IPv6.</summary>
public sealed record Internet() : Peer("internet")
{
    public static Cidr Block { get; } = Cidr.Parse("0.0.0.0/0");

    public Flow CanReach(LoadBalancerTier loadBalancer) => new(this, loadBalancer, 80, 443);
}

/// <summary>
/// The servers by which CloudFront asks origins over IPv4, instead of the internet as a whole. They reach 443 only: a second port would
/// be one rule too many (<see cref="FirewallRule.CloudFrontWeight"/>).
/// </summary>
public sealed record CloudFront : Peer
{
    /// <summary>AWS's list of them. Nobody else can make a list of such a name (EC2 API reference, CreateManagedPrefixList, read 2026-11).</summary>
    public const string PrefixListName = "com.amazonaws.global.cloudfront.origin-facing";

    private readonly Lazy<Input<string>> _prefixListId;

    private CloudFront(Func<Input<string>> find)
        : base("cloudfront") => _prefixListId = new(find);

    /// <summary>By the list's name alone: its id is another one in each region.</summary>
    internal Input<string> PrefixListId => _prefixListId.Value;

    /// <param name="location">Of the firewall that lets them in.</param>
    public static CloudFront In(Location location) => new(() => GetManagedPrefixList
        .Invoke(new GetManagedPrefixListInvokeArgs { Region = location.Region, Name = PrefixListName })
        .Apply(list => list.Id));

    public Flow CanReach(LoadBalancerTier loadBalancer) => new(this, loadBalancer, 443);
}

/// <summary>People who administer machines, by the address ranges of their VPN.</summary>
public sealed record Administrators(IReadOnlyList<Cidr> Ranges) : Peer("admin")
{
    public Flow CanReach(BastionTier bastion) => new(this, bastion, 22);

    /// <summary>Without a bastion between them.</summary>
    public Flow CanReach(WebTier web) => new(this, web, 22);
}

/// <summary>Other companies whose machines bring and fetch files, by the public addresses that they come from.</summary>
public sealed record Partners(IReadOnlyList<Cidr> Ranges) : Peer("partner")
{
    public Flow CanReach(FileTransferTier files) => new(this, files, 22);
}

/// <summary>
/// Machines of the platform in a joined network of another region, by the app subnets that they stand in: no group can be named across
/// regions (VPC peering guide, "Update your security groups", read 2026-11).
/// </summary>
public sealed record Neighbours(IReadOnlyList<Cidr> Ranges) : Peer("neighbour")
{
    public Flow CanReach(DatabaseTier database) => new(this, database, database.Port);
}

/// <summary>MySQL in a joined network of another region, by the data subnets that it stands in.</summary>
public sealed record RemoteDatabases(IReadOnlyList<Cidr> Ranges) : Peer("remote-database")
{
    public static int Port { get; } = new DatabaseTier().Port;
}

/// <summary>The balancers that visitors come to.</summary>
public sealed record LoadBalancerTier() : TierPeer("load-balancer")
{
    public Flow CanReach(WebTier web) => new(this, web, Target.Port);
}

/// <summary>The balancers between web and application machines; nothing outside the network can reach them.</summary>
public sealed record InternalLoadBalancerTier() : TierPeer("internal-load-balancer")
{
    public Flow CanReach(AppTier app) => new(this, app, Target.Port);
}

/// <summary>Where administrators land before they go on.</summary>
public sealed record BastionTier() : TierPeer("bastion")
{
    public Flow CanReach(MachineTier machine) => new(this, machine, 22);

    public Flow CanReach(EndpointTier endpoint) => new(this, endpoint, 443);

    /// <summary>HTTPS only: Session Manager and package repositories.</summary>
    public Flow CanReach(Internet internet) => new(this, internet, 443);
}

/// <summary>Machines that make images and are gone when they are done; nothing reaches them.</summary>
public sealed record ImageBuilderTier() : TierPeer("image-builder")
{
    public Flow CanReach(EndpointTier endpoint) => new(this, endpoint, 443);

    /// <summary>HTTPS only: Session Manager and package repositories.</summary>
    public Flow CanReach(Internet internet) => new(this, internet, 443);
}

/// <summary>The doors of a managed SFTP server. They reach nothing: files go to their bucket behind them.</summary>
public sealed record FileTransferTier() : TierPeer("file-transfer");

/// <summary>Interface endpoints, the private doors of AWS's services.</summary>
public sealed record EndpointTier() : TierPeer("endpoint");

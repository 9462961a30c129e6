using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

public sealed class NoDataPortFromTheInternet() : FirewallRule(
    "sg-no-public-data-port",
    Rank.Critical,
    "A database that answers strangers is one leaked password or one unpatched flaw away from a breach.",
    "name the security group of the tier that queries it as the only source",
    "EC2.19")
{
    // SQL Server, Oracle, MySQL, PostgreSQL, Redis, Neptune, Elasticsearch, Memcached, MongoDB.
    private static readonly Traffic Ports = Traffic.Tcp(1433, 1521, 3306, 5432, 6379, 8182, 9200, 11211, 27017)
        .Union(Traffic.Of(TransportProtocol.Udp, PortSet.Of(11211)));

    public override IReadOnlyList<string> Supersedes => ["sg-internet-port-allowlist", "tier-matrix-closed", "sg-private-tier-source-is-sg"];

    protected override IEnumerable<Judged> Judge(FirewallModel firewall) =>
        PublicPorts.Judge(firewall, Ports, adminMay: false);
}

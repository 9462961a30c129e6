using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

public sealed class NoAdminPortFromTheInternet() : FirewallRule(
    "sg-no-public-admin-port",
    Rank.Critical,
    "Remote shells and control planes are the first ports that scanners try, within minutes of their opening.",
    "allow port 22 from the declared administrator ranges only, or use Session Manager and open nothing",
    "EC2.13", "EC2.14", "CKV_AWS_24", "CKV_AWS_25", "AVD-AWS-0107")
{
    // SSH, RDP, WinRM, Docker, the Kubernetes API and kubelet.
    private static readonly Traffic Ports = Traffic.Tcp(22, 2375, 2376, 3389, 5985, 5986, 6443, 10250)
        .Union(Traffic.Of(TransportProtocol.Udp, PortSet.Of(3389)));

    public override IReadOnlyList<string> Supersedes => ["sg-internet-port-allowlist", "tier-matrix-closed", "sg-private-tier-source-is-sg"];

    protected override IEnumerable<Judged> Judge(FirewallModel firewall) =>
        PublicPorts.Judge(firewall, Ports, adminMay: true);
}

using Infra.Components.Networking;
using Pulumi;

namespace Infra.Components.Edge;

/// <summary>From where a load balancer can be reached, if the firewall agrees.</summary>
public enum BalancerScope
{
    /// <summary>Public addresses, in public subnets.</summary>
    Internet,

    /// <summary>Private addresses, in app subnets: between the layers of the platform.</summary>
    Inside,
}

/// <summary>How clients of an application load balancer talk to it: over TLS, inside as well; plain HTTP redirects them, and nothing else.</summary>
public sealed record Listening
{
    private Listening(BalancerScope scope, Input<string> certificateArn, bool redirects)
    {
        Scope = scope;
        CertificateArn = certificateArn;
        Redirects = redirects;
    }

    public BalancerScope Scope { get; }

    public Input<string> CertificateArn { get; }

    /// <summary>Whether port 80 answers, and leads to 443.</summary>
    internal bool Redirects { get; }

    /// <summary>For visitors, who may begin with plain HTTP.</summary>
    /// <param name="certificateArn">Issued, and in the load balancer's region.</param>
    public static Listening OnInternet(Input<string> certificateArn) => new(BalancerScope.Internet, certificateArn, redirects: true);

    /// <summary>For distributions, which redirect visitors themselves and ask over TLS: port 80 is closed.</summary>
    /// <param name="certificateArn">Issued, and in the load balancer's region.</param>
    public static Listening BehindDistribution(Input<string> certificateArn) => new(BalancerScope.Internet, certificateArn, redirects: false);

    /// <param name="certificateArn">Issued, and in the load balancer's region.</param>
    public static Listening Inside(Input<string> certificateArn) => new(BalancerScope.Inside, certificateArn, redirects: true);

    /// <summary>Where a balancer of a scope stands.</summary>
    public static SubnetTier SubnetsOf(BalancerScope scope) => scope is BalancerScope.Internet ? SubnetTier.Public : SubnetTier.App;
}

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

/// <summary>How clients of an application load balancer talk to it. On the internet that is TLS; plain HTTP only redirects.</summary>
public sealed record Listening
{
    private Listening(BalancerScope scope, Input<string>? certificateArn)
    {
        Scope = scope;
        CertificateArn = certificateArn;
    }

    /// <summary>HTTP on port 80, for layers of one network.</summary>
    public static Listening InsidePlain { get; } = new(BalancerScope.Inside, null);

    public BalancerScope Scope { get; }

    /// <summary>Null where HTTP is served in plain text.</summary>
    public Input<string>? CertificateArn { get; }

    /// <param name="certificateArn">Issued, and in the load balancer's region.</param>
    public static Listening OnInternet(Input<string> certificateArn) => new(BalancerScope.Internet, certificateArn);

    /// <param name="certificateArn">Issued, and in the load balancer's region.</param>
    public static Listening Inside(Input<string> certificateArn) => new(BalancerScope.Inside, certificateArn);

    /// <summary>Where a balancer of a scope stands.</summary>
    public static SubnetTier SubnetsOf(BalancerScope scope) => scope is BalancerScope.Internet ? SubnetTier.Public : SubnetTier.App;
}

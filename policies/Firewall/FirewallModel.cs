namespace Infra.Policies.Firewall;

/// <summary>Who may talk to whom according to the security groups of a program.</summary>
public sealed class FirewallModel
{
    private FirewallModel(IReadOnlyList<FirewallFlow> flows) => Flows = flows;

    public IReadOnlyList<FirewallFlow> Flows { get; }

    internal static FirewallModel Of(ResourceGraph graph) => new([]);
}

namespace Infra.Policies;

/// <summary>The firewall as a table.</summary>
public static class FirewallMatrix
{
    /// <summary>Every flow that is open at both ends, sorted.</summary>
    public static IReadOnlyList<FirewallFlow> Of(ResourceGraph graph) => graph.Firewall.Flows;
}

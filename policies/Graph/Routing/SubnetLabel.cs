using Infra.Policies.Firewall;

namespace Infra.Policies.Routing;

/// <summary>What a subnet is for, as its component has declared it: never guessed from a name.</summary>
public static class SubnetLabel
{
    public const string Public = "public";
    public const string App = "app";
    public const string Data = "data";

    public static PropertyValue Of(ResourceNode subnet) => TierLabels.Written(subnet);

    /// <summary>Null if it is not known or not declared.</summary>
    public static string? Text(ResourceNode subnet) => Of(subnet) is { IsKnown: true } label ? label.Text : null;
}

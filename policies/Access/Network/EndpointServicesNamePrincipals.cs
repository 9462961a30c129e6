namespace Infra.Policies.Network;

public sealed class EndpointServicesNamePrincipals() : ResourceRule(
    "vpce-service-principals-named",
    Rank.High,
    [.. ResourceTypes.VpcEndpointService, .. ResourceTypes.VpcEndpointServicePrincipal],
    "A service that any AWS account may connect to makes its balancer public, though it has no public address.",
    "name the accounts, roles or users that may connect")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        PropertyValue[] lists = [resource["allowedPrincipals"], resource["principalArn"]];
        return lists.SelectMany(list => list.IsList ? list.Items : [list]).Where(principal => principal.IsUnknown || IsEveryone(principal.Text))
            .Select(principal => principal.IsUnknown
                ? Undetermined(resource, principal)
                : Fail(resource, principal.Path, $"{principal} lets every AWS account {Words(resource["acceptanceRequired"])}", $"{principal}"));
    }

    // The documented way is the star alone (AWS PrivateLink Guide, "Manage permissions", read 2026-11-22); an ARN of every account would mean the same.
    private static bool IsEveryone(string? principal) => principal == "*" || principal?.Split(':').ElementAtOrDefault(4)?.Contains('*') is true;

    private static string Words(PropertyValue accepts) =>
        accepts.Truth is false ? "connect" : accepts.Truth is true ? "ask for a connection" : "connect, or ask for it where the service demands acceptance";
}

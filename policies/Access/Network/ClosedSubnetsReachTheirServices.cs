using Infra.Policies.Identity;
using Infra.Policies.Routing;

namespace Infra.Policies.Network;

public sealed class ClosedSubnetsReachTheirServices() : Rule(
    "egress-without-nat",
    Rank.High,
    "A machine without a way out cannot call a service that its role allows it: its work waits for a connection that never comes.",
    "add a VpcEndpoint for the service, or a NAT gateway")
{
    // The service of an action, and the last part of its endpoint's name (AWS PrivateLink Guide, services that integrate, read 2026-11).
    private static readonly (string Service, string Endpoint)[] Endpoints =
    [
        ("cloudwatch", "monitoring"), ("dynamodb", "dynamodb"), ("kms", "kms"), ("logs", "logs"), ("s3", "s3"), ("secretsmanager", "secretsmanager"),
        ("sns", "sns"), ("sqs", "sqs"), ("ssm", "ssm"), ("ssmmessages", "ssmmessages"),
    ];

    private static readonly string[] TemplateIds =
        ["launchTemplate.id", "launchTemplate.name", "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId"];

    private static readonly string[] Tables = [.. ResourceTypes.RouteTable, .. ResourceTypes.DefaultRouteTable];
    private static readonly string[] ProfileNames = ["iamInstanceProfile.name", "iamInstanceProfile.arn"];

    public override IReadOnlyList<string> Types { get; } =
    [
        .. ResourceTypes.AutoScalingGroup, .. ResourceTypes.LaunchTemplate, .. ResourceTypes.InstanceProfile, .. ResourceTypes.IdentityPolicies,
        .. ResourceTypes.Subnet, .. ResourceTypes.Route, .. Tables, .. ResourceTypes.RouteTableAssociation, .. ResourceTypes.VpcEndpoint, .. ResourceTypes.Vpc,
    ];

    public override IEnumerable<Finding> Check(ResourceGraph graph) => graph.OfType(ResourceTypes.AutoScalingGroup).SelectMany(group => Check(group, graph));

    private IEnumerable<Finding> Check(ResourceNode group, ResourceGraph graph)
    {
        var places = graph.Network.PlacesOf(group);
        var closed = places.Subnets.Select(subnet => (Subnet: subnet, LeadsOut: LeadsOut(subnet, graph)))
            .Where(each => each.LeadsOut != Verdict.Pass).ToList();
        if (closed.Count == 0) yield break;
        var isClosed = places.IsCertain && closed.Exists(each => each.LeadsOut == Verdict.Fail);
        var networks = closed.Select(each => graph.Resolve(each.Subnet, each.Subnet["vpcId"], ResourceTypes.Vpc).Target)
            .OfType<ResourceNode>().Distinct().ToList();
        var documents = Documents(group, graph).ToList();
        foreach (var document in documents)
        {
            if (document.Value.FirstUnknown() is { } unknown) yield return Undetermined(document.Policy, unknown);
        }

        var called = documents.SelectMany(document => ServicesOf(document.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (service, endpoint) in Endpoints.Where(each => called.Contains(each.Service)))
        {
            var reached = networks.Select(network => Reaches(network, endpoint, graph)).ToList();
            if (reached.TrueForAll(verdict => verdict == Verdict.Pass)) continue;
            yield return isClosed && reached.Contains(Verdict.Fail)
                ? Fail(
                    group, null,
                    $"{closed[0].Subnet.Name} has no way out, no endpoint leads to {endpoint}, and the role of its machines calls {service}", service)
                : Undetermined(group, "vpcZoneIdentifiers", $"whether its machines reach {service} is not known before the deployment", service);
        }
    }

    private static Verdict LeadsOut(ResourceNode subnet, ResourceGraph graph)
    {
        // Where the ways of a table of another stack lead is its own matter.
        var tables = graph.PointingTo(subnet, ResourceTypes.Subnet, ResourceTypes.RouteTableAssociation, "subnetId")
            .Select(association => graph.Resolve(association, association["routeTableId"], Tables).State).ToList();
        if (tables.Contains(ReferenceState.Foreign)) return Verdict.Pass;
        var ways = graph.Network.Routes.Of(subnet).Select(LeadsOut).ToList();
        return ways.Contains(Verdict.Pass) ? Verdict.Pass
            : ways.Contains(Verdict.Undetermined) || tables.Contains(ReferenceState.Unknown) ? Verdict.Undetermined
            : Verdict.Fail;
    }

    private static Verdict LeadsOut(Way way) => way switch
    {
        { Kind: WayKind.Other, Destination: not ("0.0.0.0/0" or "::/0" or "unknown") } => Verdict.Fail,
        { IsCertain: false } or { Kind: WayKind.Unknown } or { Kind: WayKind.Other, Destination: "unknown" } => Verdict.Undetermined,
        _ => Verdict.Pass,
    };

    private static Verdict Reaches(ResourceNode network, string endpoint, ResourceGraph graph)
    {
        var endpoints = graph.PointingTo(network, ResourceTypes.Vpc, ResourceTypes.VpcEndpoint, "vpcId")
            .Where(each => each["serviceName"] is { IsUnknown: true } or { Text: not null } && IsFor(each["serviceName"], endpoint)).ToList();
        return endpoints.Exists(each => each["serviceName"].IsKnown && graph.Resolve(each, each["vpcId"], ResourceTypes.Vpc).Target == network) ? Verdict.Pass
            : endpoints.Count > 0 ? Verdict.Undetermined
            : Verdict.Fail;
    }

    private static bool IsFor(PropertyValue name, string endpoint) => name.IsUnknown || name.Text!.EndsWith($".{endpoint}", StringComparison.Ordinal);

    private static IEnumerable<(ResourceNode Policy, PropertyValue Value)> Documents(ResourceNode clones, ResourceGraph graph) =>
        from template in TemplateIds.SelectMany(path => graph.Resolve(clones, clones[path], ResourceTypes.LaunchTemplate).Candidates).Distinct()
        from profile in ProfileNames.SelectMany(path => graph.Resolve(template, template[path], ResourceTypes.InstanceProfile).Candidates).Distinct()
        from role in graph.Resolve(profile, profile["role"], ResourceTypes.Role).Candidates
        from policy in graph.PointingTo(role, ResourceTypes.Role, ResourceTypes.IdentityPolicies, "role")
        select (policy, policy["policy"]);

    private static IEnumerable<string> ServicesOf(PropertyValue document) => (PolicyStatement.Of(document) ?? [])
        .Where(statement => statement.IsAllow).SelectMany(statement => statement.Actions).Select(action => action.Split(':')[0]);
}

using Infra.Components.Identity;
using Pulumi;
using Pulumi.Aws.Ec2;

namespace Infra.Components.Networking;

public sealed record PrivateEndpointsArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required Input<string> VpcId { get; init; }

    /// <summary>App subnets, one per zone. Each service costs by the hour in each of them.</summary>
    public required IReadOnlyList<ZoneSubnet> Subnets { get; init; }

    public required Input<string> SecurityGroupId { get; init; }

    public required IReadOnlyList<PrivateService> Services { get; init; }
}

/// <summary>
/// Private doors to services of AWS, under the names that the services have on the internet: programs need not know. They open for
/// callers of this account only, so stolen credentials of another account are of no use here.
/// </summary>
public sealed class PrivateEndpoints : ComponentResource
{
    public PrivateEndpoints(string name, PrivateEndpointsArgs args, ComponentResourceOptions? options = null)
        : base("infra:network:PrivateEndpoints", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        foreach (var service in args.Services)
            CreateEndpoint(name, service, args, child);

        RegisterOutputs();
    }

    private static Problems Check(string name, PrivateEndpointsArgs args) => new Problems("PrivateEndpoints", name)
        .Add(ZoneSubnet.Check(args.Subnets, SubnetTier.App))
        .Unless(args.Services.Count > 0, "Services is empty; expected is at least one, such as PrivateService.SystemsManager.")
        .Add(args.Services.GroupBy(service => service).Where(same => same.Count() > 1)
            .Select(same => $"Service {same.Key} is given {same.Count()} times; a VPC takes one endpoint with private names for each service."));

    private static void CreateEndpoint(string name, PrivateService service, PrivateEndpointsArgs args, CustomResourceOptions child) =>
        _ = new VpcEndpoint($"{name}-{service}", new VpcEndpointArgs
        {
            Region = args.Location.Region,
            VpcId = args.VpcId,
            VpcEndpointType = "Interface",
            ServiceName = $"com.amazonaws.{args.Location.Region}.{service}",
            SubnetIds = args.Subnets.Select(subnet => subnet.Id).ToList(),
            SecurityGroupIds = args.SecurityGroupId,
            PrivateDnsEnabled = true,
            Policy = OwnAccountOnly(args.Location.AccountId).ToString(),
            Tags = args.Naming.Tags($"{name}-{service}"),
        }, child);

    private static PolicyDocument OwnAccountOnly(string accountId) => new(new PolicyStatement
    {
        Sid = "OwnAccountOnly",
        Principal = PolicyPrincipal.Anyone,
        Action = ["*"],
        Resource = ["*"],
        Condition = new() { StringEquals = new() { ["aws:PrincipalAccount"] = accountId } },
    });
}

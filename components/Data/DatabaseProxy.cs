using Infra.Components.Identity;
using Infra.Components.Networking;
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Rds;
using Pulumi.Aws.Rds.Inputs;

namespace Infra.Components.Data;

public sealed record DatabaseProxyArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>Data subnets, one per zone. It stands in the first two for good: RDS makes a proxy anew to move it.</summary>
    public required IReadOnlyList<ZoneSubnet> Subnets { get; init; }

    /// <summary>Of the proxy, not of the database.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    public required DatabaseEngine Engine { get; init; }

    public required Input<string> InstanceIdentifier { get; init; }

    /// <summary>The user of the database as whom clients come, as an ARN of <c>rds-db</c>.</summary>
    public required Output<string> UserArn { get; init; }
}

/// <summary>
/// A pool of connections that outlives its clients and, in a failover, its database. It knows no password: clients log in to it with
/// IAM, and it logs in to the database in the same way.
/// </summary>
public sealed class DatabaseProxy : ComponentResource
{
    private const int IdleClientSeconds = 1800;
    private const int BorrowSeconds = 30;

    public DatabaseProxy(string name, DatabaseProxyArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:DatabaseProxy", name, options)
    {
        new Problems("DatabaseProxy", name)
            .Add(CloudName.DatabaseProxy.Check(name))
            .Add(CloudName.Role.Check(name))
            .Add(ZoneSubnet.Check(args.Subnets, SubnetTier.Data))
            .ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var (role, permission) = CreateRole(name, args, child);
        var proxy = CreateProxy(name, args, role, permission, child);
        Connect(name, args, proxy, child);

        Endpoint = proxy.Endpoint;
        ResourceId = proxy.Arn.Apply(arn => arn[(arn.LastIndexOf(':') + 1)..]);
        RegisterOutputs();
    }

    [Output("endpoint")]
    public Output<string> Endpoint { get; }

    /// <summary>By which policies name the proxy, such as <c>prx-0123456789abcdef0</c>.</summary>
    [Output("resourceId")]
    public Output<string> ResourceId { get; }

    private static (Role Role, RolePolicy Permission) CreateRole(string name, DatabaseProxyArgs args, CustomResourceOptions child)
    {
        var role = new Role(name, new RoleArgs
        {
            Description = $"Log-ins of {name}",
            AssumeRolePolicy = PolicyDocument.TrustOf(
                "rds.amazonaws.com", new() { StringEquals = new() { ["aws:SourceAccount"] = args.Location.AccountId } }).ToString(),
            Tags = args.Naming.Tags(name),
        }, child);

        var permission = new RolePolicy(name, new RolePolicyArgs
        {
            Role = role.Name,
            Policy = args.UserArn.Apply(user => new PolicyDocument(
                new PolicyStatement { Sid = "LogIn", Action = ["rds-db:connect"], Resource = [user] }).ToString()),
        }, child);
        return (role, permission);
    }

    private static Proxy CreateProxy(string name, DatabaseProxyArgs args, Role role, RolePolicy permission, CustomResourceOptions child) =>
        new(name, new ProxyArgs
        {
            Region = args.Location.Region,
            EngineFamily = args.Engine.ProxyFamily,
            DefaultAuthScheme = "IAM_AUTH",
            RoleArn = role.Arn,
            RequireTls = true,
            IdleClientTimeout = IdleClientSeconds,
            VpcSubnetIds = ZoneSubnet.Lasting(args.Subnets).Select(subnet => subnet.Id).ToList(),
            VpcSecurityGroupIds = args.SecurityGroupId,
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { permission } }));

    private static void Connect(string name, DatabaseProxyArgs args, Proxy proxy, CustomResourceOptions child)
    {
        var targets = new ProxyDefaultTargetGroup(name, new ProxyDefaultTargetGroupArgs
        {
            Region = args.Location.Region,
            DbProxyName = proxy.Name,
            ConnectionPoolConfig = new ProxyDefaultTargetGroupConnectionPoolConfigArgs
            {
                ConnectionBorrowTimeout = BorrowSeconds,
                // The rest is for administrators and for machines that do without the proxy.
                MaxConnectionsPercent = 80,
                MaxIdleConnectionsPercent = 40,
            },
        }, child);

        _ = new ProxyTarget(name, new ProxyTargetArgs
        {
            Region = args.Location.Region,
            DbProxyName = proxy.Name,
            TargetGroupName = targets.Name,
            DbInstanceIdentifier = args.InstanceIdentifier,
        }, child);
    }
}

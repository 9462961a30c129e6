using System.Collections.Immutable;
using Infra.Components.Networking;
using Infra.Components.Operations;
using Infra.Components.Storage;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Transfer;
using Pulumi.Aws.Transfer.Inputs;

namespace Infra.Components.Transfer;

public sealed record SftpServerArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required Input<string> VpcId { get; init; }

    /// <summary>Public ones, one per zone. In each the server gets a fixed address.</summary>
    public required IReadOnlyList<ZoneSubnet> Subnets { get; init; }

    /// <summary>Of a <see cref="FileTransferTier"/>.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>By frozen names; the order is of no matter.</summary>
    public required IReadOnlyList<SftpUser> Users { get; init; }

    public required SftpBucket Bucket { get; init; }

    public required SftpLogs Logs { get; init; }

    public required bool DeletionProtection { get; init; }

    /// <summary>The private key by which clients know the server, to move one here from elsewhere; without it AWS makes one.</summary>
    public Input<string>? HostKey { get; init; }
}

/// <summary>Where the server writes down who came and what they did.</summary>
/// <param name="Days">One of the retentions that CloudWatch Logs knows.</param>
/// <param name="KeyArn">Of a key for log groups.</param>
public sealed record SftpLogs(int Days, Input<string> KeyArn);

/// <summary>
/// A managed SFTP server over a private bucket, for the addresses that its firewall tier lets in and for nobody else. Users log in with
/// keys, never with passwords, and see the folder of their own name as the root.
/// </summary>
public sealed class SftpServer : ComponentResource, IObserved
{
    // The latest (Transfer Family user guide, "Security policies for servers", and the provider's list, read 2026-11).
    private const string SecurityPolicy = "TransferSecurityPolicy-2025-03";

    public SftpServer(string name, SftpServerArgs args, ComponentResourceOptions? options = null)
        : base("infra:transfer:SftpServer", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var bucket = BucketOf(name, args);
        var group = CreateLogGroup(name, args, child);
        var addresses = args.Subnets.Select(subnet => CreateAddress($"{name}-{subnet.Plan.Zone}", args, child)).ToList();
        var server = CreateServer(name, args, group, addresses, child);
        foreach (var user in args.Users)
            CreateUser($"{name}-{user.Name}", user, args, server, bucket, child);

        ServerId = server.Id;
        Endpoint = server.Endpoint;
        Addresses = Output.All(addresses.Select(address => address.PublicIp));
        HostKeyFingerprint = server.HostKeyFingerprint;
        BucketName = bucket;
        ReadPolicy = Output.Tuple(bucket, args.Bucket.KeyArn.ToOutput()).Apply(given => SftpAccess.ReadAll(ArnOf(given.Item1), given.Item2).ToString());
        Telemetry = SftpTelemetry.Of(name, args, server, group, child);
        RegisterOutputs();
    }

    [Output("serverId")]
    public Output<string> ServerId { get; }

    /// <summary>The name that clients connect to.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; }

    /// <summary>For firewalls of users.</summary>
    [Output("addresses")]
    public Output<ImmutableArray<string>> Addresses { get; }

    /// <summary>For users to compare when they connect for the first time.</summary>
    [Output("hostKeyFingerprint")]
    public Output<string> HostKeyFingerprint { get; }

    [Output("bucketName")]
    public Output<string> BucketName { get; }

    /// <summary>What a role needs to read the files of all users.</summary>
    public Output<string> ReadPolicy { get; }

    public Telemetry Telemetry { get; }

    private static Problems Check(string name, SftpServerArgs args) => new Problems("SftpServer", name)
        .Add(ZoneSubnet.Check(args.Subnets, SubnetTier.Public))
        .Unless(args.Users.Count > 0, "It has no user; expected is at least one.")
        .Add(args.Users.SelectMany(user => user.Check()))
        .Add(args.Users.SelectMany(user => CloudName.Role.Check($"{name}-{user.Name}")))
        .Add(args.Users.GroupBy(user => user.Name).Where(same => same.Count() > 1).Select(same => $"User '{same.Key}' is given {same.Count()} times."))
        .Add(args.Bucket.Check(name))
        .Add(LogRetention.Check("Logs of file transfers", args.Logs.Days));

    private Output<string> BucketOf(string name, SftpServerArgs args) => args.Bucket.Name?.ToOutput() ?? new FileBucket(name, new()
    {
        Naming = args.Naming,
        Location = args.Location,
        KeyArn = args.Bucket.KeyArn,
        OldVersionDays = args.Bucket.OldVersionDays,
        AccessLogDays = args.Logs.Days,
        DeletionProtection = args.DeletionProtection,
    }, new() { Parent = this }).BucketName;

    private static LogGroup CreateLogGroup(string name, SftpServerArgs args, CustomResourceOptions child) =>
        new(name, new LogGroupArgs
        {
            Region = args.Location.Region,
            RetentionInDays = args.Logs.Days,
            KmsKeyId = args.Logs.KeyArn,
            Tags = args.Naming.Tags(name),
        }, child);

    private static Eip CreateAddress(string addressName, SftpServerArgs args, CustomResourceOptions child) =>
        new(addressName, new EipArgs { Region = args.Location.Region, Domain = "vpc", Tags = args.Naming.Tags(addressName) }, child);

    // Structured logs need no role. One would write the same once more, to a group that nobody encrypts or empties
    // (Transfer Family user guide, "Creating, updating, and viewing logging for servers", read 2026-11).
    private static Server CreateServer(string name, SftpServerArgs args, LogGroup group, List<Eip> addresses, CustomResourceOptions child)
    {
        var inputs = new ServerArgs
        {
            Region = args.Location.Region,
            Domain = "S3",
            Protocols = "SFTP",
            EndpointType = "VPC",
            EndpointDetails = new ServerEndpointDetailsArgs
            {
                VpcId = args.VpcId,
                SubnetIds = args.Subnets.Select(subnet => subnet.Id).ToList(),
                SecurityGroupIds = args.SecurityGroupId,
                AddressAllocationIds = addresses.Select(address => address.Id).ToList(),
            },
            IdentityProviderType = "SERVICE_MANAGED",
            SecurityPolicyName = SecurityPolicy,
            StructuredLogDestinations = group.Arn.Apply(arn => $"{arn}:*"),
            Tags = args.Naming.Tags(name),
        };
        // Only then: a secret that is null is still one.
        if (args.HostKey is { } key) inputs.HostKey = Output.CreateSecret(key.ToOutput());

        // A new server has a new host key, which every client takes for an attack.
        return new(name, inputs, CustomResourceOptions.Merge(
            child, new() { Protect = args.DeletionProtection, DependsOn = ZoneSubnet.WaysOutOf(args.Subnets) }));
    }

    private static void CreateUser(string userName, SftpUser user, SftpServerArgs args, Server server, Output<string> bucket, CustomResourceOptions child)
    {
        var role = SftpAccess.CreateRole(userName, user, args, bucket.Apply(ArnOf), child);
        var account = new User(userName, new UserArgs
        {
            Region = args.Location.Region,
            ServerId = server.Id,
            UserName = user.Name,
            Role = role.Arn,
            HomeDirectoryType = "LOGICAL",
            HomeDirectoryMappings = new UserHomeDirectoryMappingArgs { Entry = "/", Target = bucket.Apply(name => $"/{name}/{user.Name}") },
            Tags = args.Naming.Tags(userName),
        }, child);

        foreach (var (key, body) in user.PublicKeys.OrderBy(key => key.Key, StringComparer.Ordinal))
            _ = new SshKey($"{userName}-{key}", new SshKeyArgs
            {
                Region = args.Location.Region,
                ServerId = server.Id,
                UserName = account.UserName,
                Body = body,
            }, child);
    }

    private static string ArnOf(string bucketName) => $"arn:aws:s3:::{bucketName}";
}

using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.ServiceDiscovery;
using Pulumi.Aws.ServiceDiscovery.Inputs;

namespace Infra.Components.Networking;

public sealed record ServiceDiscoveryArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required Input<string> VpcId { get; init; }

    /// <summary>Under which services are found, in this network alone; for example <c>shop.internal</c>. Frozen.</summary>
    public required string Domain { get; init; }

    /// <summary>The name of each service's balancer, by the service's own name.</summary>
    public required IReadOnlyDictionary<string, Input<string>> Balancers { get; init; }
}

/// <summary>
/// Names by which applications find each other inside a network (Cloud Map). A service's name leads to the balancer in front of it, so
/// clones come and go without anybody being told.
/// </summary>
public sealed class ServiceDiscovery : ComponentResource
{
    // Cloud Map API reference, CreateService and RegisterInstance, read 2026-11; a DNS label has 63 characters.
    private const int LongestLabel = 63;

    // Answers are those of the balancer, which brings its own time to live; the record must name one.
    private const int TimeToLiveSeconds = 60;

    public ServiceDiscovery(string name, ServiceDiscoveryArgs args, ComponentResourceOptions? options = null)
        : base("infra:network:ServiceDiscovery", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var space = CreateNamespace(name, args, child);
        foreach (var (key, balancer) in args.Balancers.OrderBy(service => service.Key, StringComparer.Ordinal))
            Register($"{name}-{key}", key, balancer, args, space, child);

        NamespaceArn = space.Arn;
        Names = args.Balancers.Keys.ToImmutableSortedDictionary(key => key, key => $"{key}.{args.Domain}", StringComparer.Ordinal);
        RegisterOutputs();
    }

    [Output("namespaceArn")]
    public Output<string> NamespaceArn { get; }

    /// <summary>The full name of each service: known beforehand, so boot scripts can hold it.</summary>
    public ImmutableSortedDictionary<string, string> Names { get; }

    private static Problems Check(string name, ServiceDiscoveryArgs args) => new Problems("ServiceDiscovery", name)
        .Unless(IsDomain(args.Domain), $"Domain is '{args.Domain}'; expected is a name such as shop.internal.")
        .Unless(args.Balancers.Count > 0, "Balancers is empty; expected is at least one service.")
        .Add(args.Balancers.Keys.Where(key => !IsLabel(key)).Order(StringComparer.Ordinal).Select(key =>
            $"The service '{key}' may hold lower-case letters, digits and single hyphens only, {LongestLabel} at most, and begins with a letter."));

    // One label alone would be searched for in every domain.
    private static bool IsDomain(string text) => text.Length <= 253 && text.Contains('.', StringComparison.Ordinal) && text.Split('.').All(IsLabel);

    private static bool IsLabel(string text) => Naming.IsWord(text) && text.Length <= LongestLabel;

    private static PrivateDnsNamespace CreateNamespace(string name, ServiceDiscoveryArgs args, CustomResourceOptions child) =>
        new(name, new PrivateDnsNamespaceArgs
        {
            Region = args.Location.Region,
            Name = args.Domain,
            Description = $"Services of {args.Naming.For(name)}",
            Vpc = args.VpcId,
            Tags = args.Naming.Tags(name),
        }, child);

    private static void Register(
        string name, string key, Input<string> balancer, ServiceDiscoveryArgs args, PrivateDnsNamespace space, CustomResourceOptions child)
    {
        var service = new Service(name, new ServiceArgs
        {
            Region = args.Location.Region,
            Name = key,
            Description = $"The balancer in front of {key}",
            DnsConfig = new ServiceDnsConfigArgs
            {
                NamespaceId = space.Id,
                // The one policy under which a record may lead to a balancer.
                RoutingPolicy = "WEIGHTED",
                DnsRecords = new ServiceDnsConfigDnsRecordArgs { Type = "A", Ttl = TimeToLiveSeconds },
            },
            Tags = args.Naming.Tags(name),
        }, child);

        _ = new Instance(name, new InstanceArgs
        {
            Region = args.Location.Region,
            ServiceId = service.Id,
            InstanceId = "balancer",
            Attributes = new InputMap<string> { ["AWS_ALIAS_DNS_NAME"] = balancer },
        }, child);
    }
}

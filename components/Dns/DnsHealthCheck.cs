using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.Route53;

namespace Infra.Components.Dns;

public sealed record DnsHealthCheckArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required HealthProbe Probe { get; init; }
}

/// <summary>A Route 53 health check that answers of routing groups can hang on.</summary>
public sealed class DnsHealthCheck : ComponentResource, IObserved
{
    public DnsHealthCheck(string name, DnsHealthCheckArgs args, ComponentResourceOptions? options = null)
        : base("infra:dns:DnsHealthCheck", name, options)
    {
        new Problems("DnsHealthCheck", name).Add(args.Probe.Check()).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var check = CreateCheck(name, args, child);

        CheckId = check.Id;
        Telemetry = HealthCheckTelemetry.Of(name, args, check.Id);
        RegisterOutputs();
    }

    [Output("checkId")]
    public Output<string> CheckId { get; }

    public Telemetry Telemetry { get; }

    private static HealthCheck CreateCheck(string name, DnsHealthCheckArgs args, CustomResourceOptions child)
    {
        var check = new HealthCheckArgs { Tags = args.Naming.Tags(name) };
        args.Probe.WriteTo(check);
        return new(name, check, child);
    }
}

namespace Infra.Policies.Data;

/// <summary>A service of AWS that writes a log into a bucket.</summary>
/// <param name="Types">Of the resources whose log it is.</param>
/// <param name="Property">Names the bucket.</param>
/// <param name="Switch">True when it writes; null if it always does.</param>
internal sealed record LogWriter(IReadOnlyList<string> Types, string Property, string? Switch = null)
{
    public static LogWriter Visits { get; } = new(ResourceTypes.LoadBalancer, "accessLogs.bucket", "accessLogs.enabled");
    public static LogWriter Connections { get; } = new(ResourceTypes.LoadBalancer, "connectionLogs.bucket", "connectionLogs.enabled");
    public static LogWriter Audit { get; } = new(ResourceTypes.Trail, "s3BucketName");
    public static LogWriter Traffic { get; } = new(ResourceTypes.FlowLog, "logDestination");
    public static LogWriter Deliveries { get; } = new(ResourceTypes.LogDeliveryDestination, "deliveryDestinationConfiguration.destinationResourceArn");

    /// <summary>Whether a resource has its log written at all.</summary>
    public Verdict IsOn(ResourceNode resource) => Switch is null ? Verdict.Pass
        : resource[Switch].IsUnknown ? Verdict.Undetermined
        : resource[Switch].Truth is true ? Verdict.Pass
        : Verdict.Fail;
}

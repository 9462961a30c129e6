namespace Infra.Components.Networking;

/// <summary>A service of AWS that machines reach through an interface endpoint. The key names the endpoint: it is frozen.</summary>
/// <param name="Key">
/// Last part of the service's name, <c>com.amazonaws.region.key</c> (AWS PrivateLink guide, "AWS services that integrate", read 2026-11).
/// </param>
public sealed record PrivateService(string Key)
{
    public static PrivateService Keys { get; } = new("kms");

    public static PrivateService Logs { get; } = new("logs");

    public static PrivateService Metrics { get; } = new("monitoring");

    public static PrivateService Queues { get; } = new("sqs");

    public static PrivateService Secrets { get; } = new("secretsmanager");

    /// <summary>Session Manager's channel; it needs <see cref="SystemsManager"/>, too.</summary>
    public static PrivateService SessionMessages { get; } = new("ssmmessages");

    public static PrivateService SystemsManager { get; } = new("ssm");

    /// <summary>Keyspaces, which answers on a port of its own: give the endpoint the group of a <see cref="WideColumnTier"/>.</summary>
    public static PrivateService WideColumns { get; } = new("cassandra");

    public override string ToString() => Key;
}

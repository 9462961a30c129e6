namespace Infra.Policies.Containers;

/// <summary>What the node asks a container from time to time; an answer that is null is not known.</summary>
internal static class Probe
{
    private static readonly string[] Questions = ["httpGet", "exec", "grpc"];

    /// <summary>Whether it asks anything.</summary>
    public static bool? IsThere(PropertyValue probe) =>
        probe.IsUnknown ? null : Questions.Append("tcpSocket").Any(question => !probe[question].IsAbsent);

    /// <summary>Whether two ask the same of what a container depends on; whether its port is open depends on nothing else.</summary>
    public static bool? AskTheSame(PropertyValue one, PropertyValue other) =>
        LabelSelector.Any(Questions.Select(question => AreSame(one[question], other[question])));

    public static bool? IsNoMorePatient(PropertyValue probe, PropertyValue than) =>
        Seconds(probe) is { } seconds && Seconds(than) is { } atMost ? seconds <= atMost : null;

    private static bool? AreSame(PropertyValue one, PropertyValue other) => one.IsAbsent || other.IsAbsent ? false
        : one.FirstUnknown() is not null || other.FirstUnknown() is not null ? null
        : one.ToString() == other.ToString();

    // Every ten seconds and three times are the defaults (Probe, Kubernetes API reference 1.36).
    private static int? Seconds(PropertyValue probe)
    {
        var (period, failures) = (probe["periodSeconds"], probe["failureThreshold"]);
        return period.IsUnknown || failures.IsUnknown ? null : Or(period, 10) * Or(failures, 3);

        static int Or(PropertyValue value, int usual) => value.IsLeftOut ? usual : value.Number ?? usual;
    }
}

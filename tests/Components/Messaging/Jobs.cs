using Infra.Components.Messaging;
using Infra.Components.Operations;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Messaging;

/// <summary>Queues and topics that the tests of this folder begin with.</summary>
internal static class Jobs
{
    public static JobQueueArgs Queue { get; } = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Order = JobOrder.Any,
        Handling = new() { SecondsPerJob = 120, Attempts = 3 },
        BackPressure = new() { OldestSeconds = 600, WaitingJobs = 5000 },
        KeyArn = "arn:aws:kms:eu-central-1:123456789012:key/1",
    };

    public static JobTopicArgs Topic { get; } = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Order = JobOrder.Any,
        KeyArn = "arn:aws:kms:eu-central-1:123456789012:key/1",
    };

    /// <summary>What people are told by a component, as resources.</summary>
    public static async Task<IReadOnlyList<PlannedResource>> AlarmsOf(Func<IObserved> build)
    {
        var plan = await Plan.Of(() => _ = new Alarms("alarms", new()
        {
            Naming = Places.Naming,
            Location = Places.Frankfurt,
            TopicArn = "arn:aws:sns:eu-central-1:123456789012:alarms",
            Telemetry = [build().Telemetry],
        }));
        return plan.Some("aws:cloudwatch/metricAlarm:MetricAlarm");
    }
}

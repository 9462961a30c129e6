using Infra.Components.Messaging;

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
        AlarmTopicArns = "arn:aws:sns:eu-central-1:123456789012:alarms",
    };

    public static JobTopicArgs Topic { get; } = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Order = JobOrder.Any,
        KeyArn = "arn:aws:kms:eu-central-1:123456789012:key/1",
        AlarmTopicArns = "arn:aws:sns:eu-central-1:123456789012:alarms",
    };
}

using Infra.Components;
using Infra.Components.Encryption;
using Infra.Components.Operations;
using Pulumi;

namespace Infra.Stacks;

/// <summary>Where alarms go: a topic in each region, and in the one where AWS keeps the metrics of its global services.</summary>
internal sealed class Alerts
{
    private readonly IReadOnlyDictionary<string, AlarmTopic> _topics;

    private Alerts(IReadOnlyDictionary<string, AlarmTopic> topics) => _topics = topics;

    public static Alerts Build(StackSettings settings) => new(settings.Regions.Select(region => region.Location)
        .Append(settings.Regions[0].Location.Global())
        .DistinctBy(location => location.Region)
        .ToDictionary(location => location.Region, location => BuildTopic(settings, location)));

    public Output<string> TopicOf(Location location) => _topics[location.Region].TopicArn;

    private static AlarmTopic BuildTopic(StackSettings settings, Location location)
    {
        var key = new EncryptionKey($"alarm-key-{location.Region}", new()
        {
            Naming = settings.Naming,
            Location = location,
            Purpose = KeyPurpose.Alarms,
            DeletionProtection = settings.Profile.DeletionProtection,
        });
        return new($"alarm-topic-{location.Region}", new()
        {
            Naming = settings.Naming,
            Location = location,
            Emails = settings.AlarmEmails,
            KeyArn = key.KeyArn,
        });
    }
}

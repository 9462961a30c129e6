using System.Text.Json;
using Infra.Components;
using Infra.Components.Compute;
using Infra.Components.Data;
using Infra.Components.Dns;
using Infra.Components.Operations;
using Pulumi;

namespace Infra.Stacks;

/// <summary>The configuration of a stack, read once and checked as a whole: whoever holds one need not look again.</summary>
public sealed record StackSettings
{
    public required Naming Naming { get; init; }

    public required EnvironmentProfile Profile { get; init; }

    public required IReadOnlyList<Cidr> AdminRanges { get; init; }

    /// <summary>What the images of all machines are made from, in the primary region.</summary>
    public required string BaseImageId { get; init; }

    public required string WebInstanceType { get; init; }

    public required CloneScaling WebScaling { get; init; }

    /// <summary>Of the requests of each web clone; the scaler keeps to it.</summary>
    public required int WebRequestsPerMinute { get; init; }

    /// <summary>The share of users that the web tier's next release serves, where there is one.</summary>
    public required int WebNextPercent { get; init; }

    public required string AppInstanceType { get; init; }

    public required CloneScaling AppScaling { get; init; }

    public required string CacheNodeType { get; init; }

    /// <summary>The zone of all public names.</summary>
    public required DomainName Domain { get; init; }

    public required FrontSettings Front { get; init; }

    /// <summary>Where that stands of which there is one, and who answers when no rule says otherwise: one of the regions.</summary>
    public required string PrimaryRegion { get; init; }

    /// <summary>Which other region stands in for the primary one; null where there is only one.</summary>
    public required string? StandbyRegion { get; init; }

    /// <summary>Whom alarms tell.</summary>
    public required IReadOnlyList<string> AlarmEmails { get; init; }

    public required DataSettings Data { get; init; }

    public required string WorkerInstanceType { get; init; }

    /// <summary>Who brings and fetches files, by name; nobody unless the configuration says so.</summary>
    public required IReadOnlyList<PartnerSettings> Partners { get; init; }

    /// <summary>Whether there are experiments that people may start.</summary>
    public required bool GameDays { get; init; }

    /// <summary>By key.</summary>
    public required IReadOnlyList<TopicSettings> Topics { get; init; }

    /// <summary>By key.</summary>
    public required IReadOnlyList<QueueSettings> Queues { get; init; }

    /// <summary>By name.</summary>
    public required IReadOnlyList<RegionSettings> Regions { get; init; }

    /// <exception cref="RunException">The configuration has problems; its text holds all of them.</exception>
    public static StackSettings OfCurrentStack() => Read(Deployment.Instance.StackName, Find, Deployment.Instance.RootDirectory);

    /// <param name="stack">Names the file that messages point to.</param>
    /// <param name="find">The text of a value by its full key; JSON for lists and objects.</param>
    /// <param name="projectFolder">Holds Pulumi.yaml; folders that values name are looked for if it is given.</param>
    /// <exception cref="RunException">The configuration has problems; its text holds all of them.</exception>
    public static StackSettings Read(string stack, Func<string, string?> find, string? projectFolder = null)
    {
        var values = new ConfigurationReader(stack, find);

        var profile = values.OneOf("infra:environment", EnvironmentProfile.ByName);
        var account = values.Account();
        var naming = new Naming(values.Word("infra:product"), values.Text("infra:environment"), values.Word("infra:owner"));
        var baseImage = values.Text("infra:baseImageId", MachineImage.IsId, "the id of an AMI of the primary region, such as ami-0123456789abcdef0");
        var (webInstanceType, webScaling) = ClonesReader.Read(values, profile, "web");
        var (requestsPerMinute, nextPercent) = (values.Number("infra:webRequestsPerMinute"), values.Number("infra:webNextPercent"));
        var (appInstanceType, appScaling) = ClonesReader.Read(values, profile, "app");
        var cacheNodeType = values.Text("infra:cacheNodeType", CacheNodes.IsType, "a node type, such as cache.t4g.small");
        var data = DataSettings.Read(values);
        var adminRanges = values.Blocks("infra:adminRanges");
        var domain = values.Domain("infra:domain");
        var primaryRegion = values.Text("infra:primaryRegion", Location.IsRegion, "a region such as eu-central-1");
        var alarmEmails = ReadEmails(values);
        var workerInstanceType = values.Text("infra:workerInstanceType", Machine.IsInstanceType, "an instance type, such as t4g.small");
        var topics = TopicReader.Read(values);
        var queues = QueueReader.Read(values);
        TopicReader.CheckListeners(values, topics, queues);
        var partners = PartnerReader.Read(values);
        var gameDays = values.Text("infra:gameDays", text => bool.TryParse(text, out _), "true or false");
        var regions = RegionReader.Read(values, account);
        RegionReader.CheckImages(values, regions, baseImage);
        var front = FrontSettings.Read(values, primaryRegion, projectFolder);
        RegionChecks.CheckPlaces(values, primaryRegion, regions);
        var standbyRegion = RegionChecks.ReadStandby(values, primaryRegion, regions);
        ClonesReader.CheckRelease(values, requestsPerMinute, nextPercent, regions);
        RegionChecks.CheckTogether(values, profile, adminRanges, regions);

        values.ThrowIfAnyProblem();
        return new StackSettings
        {
            Naming = naming,
            Profile = profile!,
            AdminRanges = adminRanges,
            BaseImageId = baseImage,
            WebInstanceType = webInstanceType,
            WebScaling = webScaling,
            WebRequestsPerMinute = requestsPerMinute,
            WebNextPercent = nextPercent,
            AppInstanceType = appInstanceType,
            AppScaling = appScaling,
            CacheNodeType = cacheNodeType,
            Domain = domain!,
            PrimaryRegion = primaryRegion,
            StandbyRegion = standbyRegion,
            AlarmEmails = alarmEmails,
            Front = front,
            Data = data,
            WorkerInstanceType = workerInstanceType,
            Partners = partners,
            Topics = topics,
            Queues = queues,
            GameDays = bool.Parse(gameDays),
            Regions = regions,
        };
    }

    private static List<string> ReadEmails(ConfigurationReader values)
    {
        const string key = "infra:alarmEmails";
        if (values.Json(key, JsonValueKind.Array) is not { } list) return [];

        var emails = list.EnumerateArray().Select(item => item.ToString()).ToList();
        foreach (var problem in AlarmTopic.CheckEmails(emails))
            values.Problem(key, $"is wrong: {problem}");
        return emails;
    }

    private static string? Find(string key)
    {
        var parts = key.Split(':');
        return new Config(parts[0]).Get(parts[1]);
    }
}

using System.Text.RegularExpressions;
using Infra.Components.Identity;
using Pulumi;
using Pulumi.Aws.Sns;

namespace Infra.Components.Operations;

public sealed record AlarmTopicArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>Whom to tell. Each gets a mail from AWS first, and is told nothing until the link in it was followed.</summary>
    public required IReadOnlyList<string> Emails { get; init; }

    /// <summary>A key that CloudWatch may use: under AWS's own key for topics, its messages vanish.</summary>
    public required Input<string> KeyArn { get; init; }
}

/// <summary>Where the alarms of a region go, and the people who read them.</summary>
public sealed partial class AlarmTopic : ComponentResource
{
    private static readonly string[] Publishers = ["backup", "cloudwatch"];

    public AlarmTopic(string name, AlarmTopicArgs args, ComponentResourceOptions? options = null)
        : base("infra:operations:AlarmTopic", name, options)
    {
        new Problems("AlarmTopic", name).Add(CloudName.Topic.Check(name)).Add(CheckEmails(args.Emails)).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var topic = CreateTopic(name, args, child);
        Allow(name, args, topic, child);
        foreach (var email in args.Emails)
            Subscribe(name, email, args, topic, child);

        TopicArn = topic.Arn;
        RegisterOutputs();
    }

    [Output("topicArn")]
    public Output<string> TopicArn { get; }

    public static IEnumerable<string> CheckEmails(IReadOnlyList<string> emails)
    {
        if (emails.Count == 0)
            yield return "Nobody is told of alarms; expected is at least one e-mail address.";
        foreach (var email in emails.Where(email => !Address().IsMatch(email)))
            yield return $"'{email}' is not an e-mail address.";
        foreach (var same in emails.GroupBy(email => email, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            yield return $"{same.Key} is given {same.Count()} times.";
    }

    private static Topic CreateTopic(string name, AlarmTopicArgs args, CustomResourceOptions child) =>
        new(name, new TopicArgs
        {
            Region = args.Location.Region,
            DisplayName = $"{args.Naming.Product} {args.Naming.Environment}",
            KmsMasterKeyId = args.KeyArn,
            Tags = args.Naming.Tags(name),
        }, child);

    private static void Allow(string name, AlarmTopicArgs args, Topic topic, CustomResourceOptions child) =>
        _ = new TopicPolicy(name, new TopicPolicyArgs
        {
            Region = args.Location.Region,
            Arn = topic.Arn,
            Policy = topic.Arn.Apply(arn => PolicyOf(arn, args.Location.AccountId).ToString()),
        }, child);

    // Without the condition these services would publish here for other accounts, too (the confused deputy).
    private static PolicyDocument PolicyOf(string topicArn, string accountId) => new([
        PolicyStatement.DenyPlainHttp("sns:Publish", topicArn),
        .. Publishers.Select(service => new PolicyStatement
        {
            Sid = $"PublishBy{char.ToUpperInvariant(service[0])}{service[1..]}",
            Principal = PolicyPrincipal.Service($"{service}.amazonaws.com"),
            Action = ["sns:Publish"],
            Resource = [topicArn],
            Condition = new() { StringEquals = new() { ["aws:SourceAccount"] = accountId } },
        }),
    ]);

    private static void Subscribe(string name, string email, AlarmTopicArgs args, Topic topic, CustomResourceOptions child) =>
        _ = new TopicSubscription($"{name}-{email.Replace("@", "-at-", StringComparison.Ordinal)}", new TopicSubscriptionArgs
        {
            Region = args.Location.Region,
            Topic = topic.Arn,
            Protocol = "email",
            Endpoint = email,
        }, child);

    [GeneratedRegex("^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$")]
    private static partial Regex Address();
}

using Infra.Components.Identity;

namespace Infra.Components.Messaging;

/// <summary>Who may do what with a queue, made of names alone, so that a preview shows it in full.</summary>
internal static class QueuePolicies
{
    public static PolicyDocument OfQueue(string queueArn, IReadOnlyList<string> topicArns) =>
        new([PolicyStatement.DenyPlainHttp("sqs:*", queueArn), .. topicArns.Select(topicArn => Deliver(queueArn, topicArn))]);

    public static PolicyDocument OfTopic(string topicArn) =>
        // SNS refuses statements with all of its actions.
        new(PolicyStatement.DenyPlainHttp("sns:Publish", topicArn));

    public static PolicyDocument Produce(IReadOnlyList<string> queueArns, IReadOnlyList<string> topicArns, IReadOnlyList<string> keyArns) => new([
        .. Statement(queueArns, new()
        {
            Sid = "SendJobs",
            // Attributes too: a producer that sees a long queue can hold back.
            Action = ["sqs:SendMessage", "sqs:GetQueueUrl", "sqs:GetQueueAttributes"],
        }),
        .. Statement(topicArns, new() { Sid = "PublishEvents", Action = ["sns:Publish"] }),
        .. UseKeys(keyArns)]);

    public static PolicyDocument Work(string queueArn, string? keyArn) => new([
        new PolicyStatement
        {
            Sid = "WorkOnJobs",
            Action = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueUrl", "sqs:GetQueueAttributes"],
            Resource = [queueArn],
        },
        .. UseKeys(keyArn is null ? [] : [keyArn])]);

    private static PolicyStatement Deliver(string queueArn, string topicArn) => new()
    {
        // A topic's name has hyphens and dots, which a Sid must not have.
        Sid = $"Deliver{string.Concat(topicArn.Where(char.IsAsciiLetterOrDigit))}",
        Principal = PolicyPrincipal.Service("sns.amazonaws.com"),
        Action = ["sqs:SendMessage"],
        Resource = [queueArn],
        Condition = new() { ArnLike = new() { ["aws:SourceArn"] = topicArn } },
    };

    private static PolicyStatement[] UseKeys(IReadOnlyList<string> keyArns) =>
        Statement(keyArns, new() { Sid = "UseKey", Action = ["kms:GenerateDataKey", "kms:Decrypt"] });

    // A statement without a resource would be refused.
    private static PolicyStatement[] Statement(IReadOnlyList<string> arns, PolicyStatement statement) =>
        arns.Count == 0 ? [] : [statement with { Resource = arns }];
}

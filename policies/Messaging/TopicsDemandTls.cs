using Infra.Policies.Identity;

namespace Infra.Policies.Messaging;

public sealed class TopicsDemandTls() : PlainTextRule(
    "sns-tls-only",
    Rank.Medium,
    ResourceTypes.Topic,
    ResourceTypes.TopicPolicy,
    "arn",
    ["sns:Publish"],
    "topic policy",
    "A client that publishes in plain text shows its message, and its signature, to everyone on the way.",
    "deny sns:Publish to everyone where aws:SecureTransport is false, in the topic's policy",
    "AwsSolutions-SNS3");

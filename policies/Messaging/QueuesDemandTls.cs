using Infra.Policies.Identity;

namespace Infra.Policies.Messaging;

public sealed class QueuesDemandTls() : PlainTextRule(
    "sqs-tls-only",
    Rank.Medium,
    ResourceTypes.Queue,
    ResourceTypes.QueuePolicy,
    "queueUrl",
    ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage"],
    "queue policy",
    "A client that talks to the queue in plain text shows its messages, and its signature, to everyone on the way.",
    "deny sqs:* to everyone where aws:SecureTransport is false, in the queue's policy",
    "AwsSolutions-SQS4");

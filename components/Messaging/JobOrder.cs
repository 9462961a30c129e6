namespace Infra.Components.Messaging;

/// <summary>What a queue promises of order. Frozen: SQS keeps the two kinds apart, so a change replaces the queue.</summary>
public enum JobOrder
{
    /// <summary>None: a job may come twice and before an older one, at any throughput (a standard queue).</summary>
    Any,

    /// <summary>Jobs of one group come once and in turn; the sender names group and duplicate (a FIFO queue).</summary>
    PerGroup,
}

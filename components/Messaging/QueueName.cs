namespace Infra.Components.Messaging;

/// <summary>
/// Names of queues and topics. They are fixed rather than made by the provider, so that ARNs, addresses and policies are known
/// before anything exists, and a reviewer can read them.
/// </summary>
internal static class QueueName
{
    private const string OrderedSuffix = ".fifo";

    public static string Of(Naming naming, CloudName limit, string name, JobOrder order) =>
        naming.Within(limit, name) + (order is JobOrder.PerGroup ? OrderedSuffix : "");

    public static IEnumerable<string> Check(CloudName limit, string name)
    {
        if (!Naming.IsWord(name))
            yield return $"The name '{name}' of the {limit.What} may hold "
                + "lower-case letters, digits and single hyphens only, and begins with a letter.";
    }
}

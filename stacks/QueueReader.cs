using System.Text.Json;
using Infra.Components;
using Infra.Components.Messaging;

namespace Infra.Stacks;

/// <summary>Reads <c>infra:queues</c>: an object of queues, each with its order, its topics, and how long jobs take and may wait.</summary>
internal static class QueueReader
{
    private const string Key = "infra:queues";

    private static readonly string[] Numbers =
        ["acceptableWaitSeconds", "averageJobSeconds", "secondsPerJob", "workersMaximum", "workersMinimum"];

    private static readonly string[] Members = [.. Numbers.Append("order").Append("topics").Order(StringComparer.Ordinal)];

    private static readonly SortedDictionary<string, JobOrder> Orders =
        new(StringComparer.Ordinal) { ["any"] = JobOrder.Any, ["per-group"] = JobOrder.PerGroup };

    public static IReadOnlyList<QueueSettings> Read(ConfigurationReader values) =>
        values.Json(Key, JsonValueKind.Object) is { } queues
            ? [.. queues.EnumerateObject()
                .OrderBy(queue => queue.Name, StringComparer.Ordinal)
                .Select(queue => ReadQueue(values, queue.Name, queue.Value))
                .OfType<QueueSettings>()]
            : [];

    private static QueueSettings? ReadQueue(ConfigurationReader values, string name, JsonElement queue)
    {
        var key = $"{Key}.{name}";
        if (!Naming.IsWord(name))
            values.Problem(key, "is no name; expected are lower-case words joined by hyphens, beginning with a letter.");
        if (queue.ValueKind is not JsonValueKind.Object)
        {
            values.Problem(key, $"is '{queue}'; expected is an object with {string.Join(", ", Members)}.");
            return null;
        }

        foreach (var member in queue.EnumerateObject().Where(member => !Members.Contains(member.Name)))
            values.Problem($"{key}.{member.Name}", $"is unknown; allowed are {string.Join(", ", Members)}.");

        var numbers = Numbers.ToDictionary(number => number, number => ReadNumber(values, $"{key}.{number}", queue, number));
        var order = ReadOrder(values, $"{key}.order", queue);
        var topics = ReadTopics(values, $"{key}.topics", queue);
        if (order is null || topics is null || numbers.Values.Any(number => number is null)) return null;

        var read = new QueueSettings
        {
            Key = name,
            Order = order.Value,
            Topics = topics,
            Handling = new() { SecondsPerJob = numbers["secondsPerJob"]!.Value },
            Scaling = new()
            {
                Minimum = numbers["workersMinimum"]!.Value,
                Maximum = numbers["workersMaximum"]!.Value,
                AverageJobSeconds = numbers["averageJobSeconds"]!.Value,
                AcceptableWaitSeconds = numbers["acceptableWaitSeconds"]!.Value,
            },
        };
        foreach (var problem in read.Handling.Check().Concat(read.Scaling.Check(read.Handling)))
            values.Problem(key, $"does not fit: {problem}");
        return read;
    }

    private static int? ReadNumber(ConfigurationReader values, string key, JsonElement queue, string member)
    {
        if (!queue.TryGetProperty(member, out var value))
            values.Problem(key, "is missing; Pulumi.yaml describes it.");
        else if (value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number))
            return number;
        else
            values.Problem(key, $"is '{value}'; expected is a whole number.");
        return null;
    }

    private static JobOrder? ReadOrder(ConfigurationReader values, string key, JsonElement queue)
    {
        if (queue.TryGetProperty("order", out var value)) return OrderOf(values, key, value);

        values.Problem(key, "is missing; Pulumi.yaml describes it.");
        return null;
    }

    public static JobOrder? OrderOf(ConfigurationReader values, string key, JsonElement value)
    {
        if (Orders.TryGetValue(value.ToString(), out var order)) return order;

        values.Problem(key, $"is '{value}'; allowed is one of {string.Join(", ", Orders.Keys)}.");
        return null;
    }

    private static List<string>? ReadTopics(ConfigurationReader values, string key, JsonElement queue)
    {
        if (!queue.TryGetProperty("topics", out var value)) return [];
        var topics = value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().Select(topic => topic.ToString()).ToList() : null;
        if (topics is not null && topics.TrueForAll(Naming.IsWord)) return topics;

        values.Problem(key, $"is '{value}'; expected is a list of names, such as [uploads].");
        return null;
    }
}

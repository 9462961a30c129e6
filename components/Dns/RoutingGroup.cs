using Pulumi;
using Pulumi.Aws.Route53;

namespace Infra.Components.Dns;

public sealed record RoutingGroupArgs
{
    public required Zone Zone { get; init; }

    /// <summary>What stands before the zone's name; empty for the zone itself.</summary>
    public required string Name { get; init; }

    public required DnsRouting Routing { get; init; }

    /// <summary>How long resolvers keep an answer that is no alias. Until then nobody is sent elsewhere, so it is short.</summary>
    public int TtlSeconds { get; init; } = RoutingGroup.LongestRoutedTtlSeconds;
}

/// <summary>All records of one name, checked as the whole that Route 53 takes them for.</summary>
public sealed class RoutingGroup : ComponentResource
{
    /// <summary>What AWS advises at most for records that health checks decide about (Route 53 developer guide, read 2026-11).</summary>
    internal const int LongestRoutedTtlSeconds = 60;

    public RoutingGroup(string name, RoutingGroupArgs args, ComponentResourceOptions? options = null)
        : base("infra:dns:RoutingGroup", name, options)
    {
        var answers = args.Routing.Answers;
        Check(name, args, answers).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        Domain = args.Zone.Domain.Child(args.Name);
        DomainText = $"{Domain}";
        foreach (var answer in answers)
            foreach (var type in answer.Answer.Types)
                CreateRecord(name, args, answer, type, child);
        RegisterOutputs();
    }

    public DomainName Domain { get; }

    [Output("domain")]
    public string DomainText { get; }

    private static Problems Check(string name, RoutingGroupArgs args, IReadOnlyList<RoutedAnswer> answers)
    {
        var types = answers.SelectMany(answer => answer.Answer.Types).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var isRouted = args.Routing is not SimpleRouting;
        return new Problems("RoutingGroup", name)
            .Unless(args.TtlSeconds >= 0, $"TtlSeconds is {args.TtlSeconds}; expected is 0 or more.")
            .Unless(
                !isRouted || args.TtlSeconds <= LongestRoutedTtlSeconds,
                $"TtlSeconds is {args.TtlSeconds}; allowed are {LongestRoutedTtlSeconds}, or resolvers send users to an answer that is down for longer.")
            .Unless(
                args.Name.Length > 0 || !types.Contains("CNAME"),
                $"It answers with another name at {args.Zone.Domain} itself, where DNS allows no CNAME. Answer with an alias.")
            .Add(args.Routing.Check())
            .Add(answers.SelectMany(answer => answer.Answer.Check().Select(problem => $"Answer '{answer.Key}' {problem}")))
            .Add(answers.Where(answer => !types.SequenceEqual(answer.Answer.Types)).Select(answer => Uneven(answer, types)))
            .Add(args.Zone.Claim($"routing group '{name}'", args.Name, types));
    }

    private static string Uneven(RoutedAnswer answer, IReadOnlyList<string> types) =>
        $"Answer '{answer.Key}' has {string.Join(", ", answer.Answer.Types)} records only, while the group has {string.Join(", ", types)}: "
        + "the policy of each type would choose among other answers. Make all answers of the same kind.";

    private static void CreateRecord(string name, RoutingGroupArgs args, RoutedAnswer answer, string type, CustomResourceOptions child)
    {
        var record = new RecordArgs
        {
            ZoneId = args.Zone.ZoneId,
            Name = $"{args.Zone.Domain.Child(args.Name)}",
            Type = type,
            HealthCheckId = answer.Answer.HealthCheckId,
        };
        answer.Answer.WriteTo(record, args.TtlSeconds);
        answer.WritePolicy(record);
        if (answer.Key.Length > 0) record.SetIdentifier = answer.Key;
        _ = new Record($"{(answer.Key.Length > 0 ? $"{name}-{answer.Key}" : name)}-{type.ToLowerInvariant()}", record, child);
    }
}

namespace Infra.Components.Edge;

/// <summary>Which requests go where: the rule of the lowest priority number that fits, else the default.</summary>
public sealed record Routing
{
    public required Route Default { get; init; }

    public IReadOnlyList<RoutingRule> Rules { get; init; } = [];

    private IEnumerable<string> NamedTargets => Rules.Select(rule => rule.Route).Prepend(Default).OfType<Forward>().SelectMany(route => route.Weights.Keys);

    public IEnumerable<string> Check(IReadOnlyCollection<string> targetKeys)
    {
        foreach (var problem in Default.Check(targetKeys))
            yield return $"The default route cannot be used: {problem}";
        foreach (var rule in Rules)
            foreach (var problem in rule.Check(targetKeys))
                yield return $"Rule '{rule.Key}': {problem}";
        foreach (var rules in Rules.GroupBy(rule => rule.Key).Where(group => group.Count() > 1))
            yield return $"Rule '{rules.Key}' is given {rules.Count()} times.";
        foreach (var rules in Rules.GroupBy(rule => rule.Priority).Where(group => group.Count() > 1))
            yield return $"Rules {string.Join(" and ", rules.Select(rule => $"'{rule.Key}'"))} have the same priority {rules.Key}; "
                + "a listener takes each number once.";
        foreach (var key in targetKeys.Except(NamedTargets).Order(StringComparer.Ordinal))
            yield return $"No route names the target '{key}', so no listener would know it, and AWS refuses to scale clones by its requests. "
                + "Name it in a route, with weight 0 beside others if it is to stand by, or take it away.";
    }
}

/// <summary>
/// Requests that all of its conditions fit; of each list, one entry must fit. A rule keeps its number whatever rules come and go.
/// To let two rules change places, give one of them a number that is free: AWS refuses an exchange.
/// </summary>
public sealed record RoutingRule
{
    private const int LongestValue = 128;
    private const int MostValues = 5;
    private const int MostWildcards = 6;

    /// <summary>Names the rule; frozen.</summary>
    public required string Key { get; init; }

    /// <summary>1 to 50,000, lower ones first. Leave gaps.</summary>
    public required int Priority { get; init; }

    public required Route Route { get; init; }

    /// <summary>For example <c>api.example.com</c> or <c>*.example.com</c>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>For example <c>/api/*</c>.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    public IReadOnlyList<HeaderMatch> Headers { get; init; } = [];

    private IEnumerable<string> Values => [.. Hosts, .. Paths, .. Headers.SelectMany(header => header.Values)];

    // Regular expressions have signs of their own.
    private int Wildcards => Hosts.Concat(Paths).Concat(Headers.Where(header => !header.IsPattern).SelectMany(header => header.Values))
        .Sum(value => value.Count(letter => letter is '*' or '?'));

    // ELB user guide, conditions for listener rules and quotas, of which those of conditions cannot be raised (read 2026-11).
    public IEnumerable<string> Check(IReadOnlyCollection<string> targetKeys)
    {
        if (!Naming.IsWord(Key))
            yield return "its key names a resource; expected are lower-case words joined by hyphens.";
        if (Priority is < 1 or > 50_000)
            yield return $"its priority is {Priority}; allowed is 1 to 50000.";
        if (Hosts.Count + Paths.Count + Headers.Count == 0)
            yield return "it has no condition, so it would take every request; make that the default route.";
        if (Values.Count() > MostValues)
            yield return $"its conditions have {Values.Count()} values; allowed are {MostValues}. Split the rule.";
        if (Wildcards > MostWildcards)
            yield return $"its conditions have {Wildcards} wildcards; allowed are {MostWildcards}. Split the rule.";
        foreach (var value in Values.Where(value => value.Length is 0 or > LongestValue))
            yield return $"the value '{value}' of a condition has {value.Length} characters; allowed are 1 to {LongestValue}.";
        foreach (var path in Paths.Where(path => path.Length > 0 && path[0] is not ('/' or '*')))
            yield return $"the path '{path}' fits no request; paths begin with a slash.";
        foreach (var problem in Headers.SelectMany(header => header.Check()).Concat(Route.Check(targetKeys)))
            yield return problem;
    }
}

using Infra.Rpc;
using Infra.Rpc.Messages;

namespace Infra.Policies.Pack;

/// <summary>How strictly each rule is to be enforced: by its severity, unless the engine says otherwise.</summary>
internal sealed class EnforcementSettings
{
    private readonly Dictionary<string, EnforcementLevel> _levels;

    private EnforcementSettings(Dictionary<string, EnforcementLevel> levels) => _levels = levels;

    public static EnforcementSettings Default { get; } = new([]);

    /// <exception cref="RpcException">A policy that is not in the pack, a level that does not exist, or a property: all of them at once.</exception>
    public static EnforcementSettings Of(PolicyPack pack, IEnumerable<KeyValuePair<string, PolicyConfig>> settings)
    {
        var given = settings.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        var problems = given.SelectMany(entry => Check(pack, entry.Key, entry.Value)).ToList();
        if (problems.Count > 0) throw new RpcException(RpcStatus.InvalidArgument, string.Join("\n", problems));
        return new(given.ToDictionary(entry => entry.Key, entry => entry.Value.EnforcementLevel, StringComparer.Ordinal));
    }

    public static EnforcementLevel DefaultLevel(Rule rule) =>
        rule.Severity == Severity.Error ? EnforcementLevel.Mandatory : EnforcementLevel.Advisory;

    /// <summary>Nothing is mended here, so a rule to be remediated is one to be kept.</summary>
    public EnforcementLevel LevelOf(string policy, EnforcementLevel otherwise) => _levels.GetValueOrDefault(policy, otherwise) switch
    {
        EnforcementLevel.Remediate => EnforcementLevel.Mandatory,
        var level => level,
    };

    private static IEnumerable<string> Check(PolicyPack pack, string id, PolicyConfig config)
    {
        var known = pack.Rules.Select(rule => rule.Id).Concat(WaiverPolicy.All.Select(policy => policy.Id)).ToList();
        if (!known.Contains(id))
            yield return $"Policy configuration: '{id}' is no policy of {pack.Name}. Allowed are {string.Join(", ", known)}.";
        if (!Enum.IsDefined(config.EnforcementLevel))
            yield return $"Policy configuration: the enforcement level of '{id}' is {(int)config.EnforcementLevel}. "
                + "Allowed are advisory, mandatory, remediate and disabled.";
        if (config.Properties is { Fields.Count: > 0 } properties)
            yield return $"Policy configuration: '{id}' takes no properties, "
                + $"given is {string.Join(", ", properties.Fields.Keys.Order(StringComparer.Ordinal))}. Remove them.";
    }
}

using System.Text.RegularExpressions;

namespace Infra.Components.Edge;

/// <summary>Whether a rule stops what it matches, or only counts it until one trusts it.</summary>
public enum RuleMode
{
    Count,
    Block,
}

/// <summary>
/// A group of rules that its vendor keeps up to date. Capacity units (WCU) as the AWS WAF developer guide gives them for the newest
/// versions (baseline, use-case and IP reputation rule groups, read 2026-11).
/// </summary>
public sealed partial record ManagedRules
{
    private ManagedRules(string key, string vendor, string name, int priority, int capacityUnits) =>
        (Key, Vendor, Name, Priority, CapacityUnits) = (key, vendor, name, priority, capacityUnits);

    /// <summary>What attacks any web application: the common entries of the OWASP lists.</summary>
    public static ManagedRules Core { get; } = Aws("core", "AWSManagedRulesCommonRuleSet", 100, 700);

    public static ManagedRules KnownBadInputs { get; } = Aws("known-bad-inputs", "AWSManagedRulesKnownBadInputsRuleSet", 110, 200);

    /// <summary>Addresses that Amazon has seen attacking.</summary>
    public static ManagedRules IpReputation { get; } = Aws("ip-reputation", "AWSManagedRulesAmazonIpReputationList", 120, 25);

    /// <summary>Proxies, Tor and hosting providers: also some honest users.</summary>
    public static ManagedRules AnonymousIp { get; } = Aws("anonymous-ip", "AWSManagedRulesAnonymousIpList", 130, 50);

    public static ManagedRules SqlDatabase { get; } = Aws("sql-database", "AWSManagedRulesSQLiRuleSet", 140, 200);

    public static ManagedRules Linux { get; } = Aws("linux", "AWSManagedRulesLinuxRuleSet", 150, 200);

    public static ManagedRules Posix { get; } = Aws("posix", "AWSManagedRulesUnixRuleSet", 160, 100);

    public static ManagedRules Php { get; } = Aws("php", "AWSManagedRulesPHPRuleSet", 170, 100);

    /// <summary>Pages that administer well-known software.</summary>
    public static ManagedRules AdminPages { get; } = Aws("admin-pages", "AWSManagedRulesAdminProtectionRuleSet", 180, 100);

    /// <summary>Names the rule and its metric.</summary>
    public string Key { get; }

    public string Vendor { get; }

    public string Name { get; }

    /// <summary>Fixed for each group, so that one more moves no other.</summary>
    public int Priority { get; }

    public int CapacityUnits { get; }

    public RuleMode Mode { get; init; } = RuleMode.Block;

    /// <summary>Rules of the group that only count, whatever the mode, because they hit honest users.</summary>
    public IReadOnlyList<string> CountedRules { get; init; } = [];

    /// <summary>A group of another vendor, or one that costs extra, such as bot control.</summary>
    /// <param name="key">Names the rule; lower-case words joined by hyphens.</param>
    /// <param name="vendor">For example <c>AWS</c>.</param>
    /// <param name="name">The group's name at the vendor.</param>
    /// <param name="priority">200 to 999, above those of the groups here.</param>
    /// <param name="capacityUnits">What its vendor says.</param>
    public static ManagedRules Other(string key, string vendor, string name, int priority, int capacityUnits) =>
        new(key, vendor, name, priority, capacityUnits);

    internal IEnumerable<string> Check()
    {
        if (!Naming.IsWord(Key)) yield return $"The key '{Key}' of managed rules is no name; expected are lower-case words joined by hyphens.";
        if (Priority is < 100 or > 999) yield return $"The managed rules '{Key}' have the priority {Priority}; allowed is 200 to 999.";
        if (CapacityUnits < 1) yield return $"The managed rules '{Key}' cost {CapacityUnits} capacity units; expected is at least 1.";
        foreach (var rule in CountedRules.Where(rule => !RuleName().IsMatch(rule)))
            yield return $"The managed rules '{Key}' count '{rule}', which is no name of a rule.";
    }

    private static ManagedRules Aws(string key, string name, int priority, int capacityUnits) => new(key, "AWS", name, priority, capacityUnits);

    [GeneratedRegex("^[A-Za-z0-9_-]{1,128}$")]
    private static partial Regex RuleName();
}

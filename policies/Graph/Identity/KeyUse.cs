namespace Infra.Policies.Identity;

/// <summary>Whom a key's policies let use it.</summary>
public static class KeyUse
{
    /// <summary>Whether the key's policy itself admits one of these service principals for all of the actions.</summary>
    public static (Verdict Verdict, ResourceNode Owner, PropertyValue Policy) ByService(
        ResourceGraph graph, ResourceNode key, string[] services, string[] actions)
    {
        var (owner, policy, statements) = Read(graph, key);
        if (policy.FirstUnknown() is { } unknown) return (Verdict.Undetermined, owner, unknown);
        var mine = statements.Where(statement => statement.Principals.Any(principal => IsOneOf(principal, services))).ToList();
        return (actions.All(action => mine.Exists(statement => statement.Allows(action))) ? Verdict.Pass : Verdict.Fail, owner, policy);
    }

    // A role that a service has in every account is written as an ARN.
    private static bool IsOneOf((string Kind, string Name) principal, string[] services) => principal is ("AWS", "*")
        || (principal.Kind == "Service" && services.Contains(principal.Name))
        || (principal.Kind == "AWS" && Array.Exists(services, service => principal.Name.Contains(service, StringComparison.Ordinal)));

    /// <summary>Whether the key's policy lets a role use it: by name, or by leaving it to the account, whose policies then decide.</summary>
    public static (Verdict Verdict, ResourceNode Owner, PropertyValue Policy) ByRole(ResourceGraph graph, ResourceNode key, ResourceNode role, string action)
    {
        var (owner, policy, statements) = Read(graph, key);
        if (policy.FirstUnknown() is { } unknown) return (Verdict.Undetermined, owner, unknown);
        var allowing = statements.Where(statement => statement.Allows(action)).SelectMany(statement => statement.Principals)
            .Where(principal => principal.Kind == "AWS").Select(principal => principal.Name).ToList();
        if (allowing.Contains("*") || (role["arn"].Text is { } arn && allowing.Contains(arn))) return (Verdict.Pass, owner, policy);
        var isLeftToAccount = policy.IsAbsent || allowing.Exists(name => name.EndsWith(":root", StringComparison.Ordinal) || name.Length == 12);
        if (!isLeftToAccount) return (role["arn"].Text is null ? Verdict.Undetermined : Verdict.Fail, owner, policy.IsAbsent ? key["policy"] : policy);
        var verdict = key["arn"].Text is { } keyArn ? RoleGrants.In(graph).Allow(role, action, keyArn) : Verdict.Undetermined;
        return (verdict, owner, policy.IsAbsent ? key["arn"] : policy);
    }

    // A resource of its own writes it over the key's. Without one the key is left to its account.
    private static (ResourceNode Owner, PropertyValue Policy, IReadOnlyList<PolicyStatement> Statements) Read(ResourceGraph graph, ResourceNode key)
    {
        var owner = graph.PointingTo(key, ResourceTypes.Key, ResourceTypes.KeyPolicy, "keyId").FirstOrDefault() ?? key;
        return (owner, owner["policy"], PolicyStatement.Of(owner["policy"]) ?? []);
    }
}

using System.IO.Enumeration;

namespace Infra.Policies.Identity;

/// <summary>One statement of a policy document, written as JSON text or as an object.</summary>
public sealed record PolicyStatement(PropertyValue Written)
{
    public bool IsAllow => Written["Effect"].Text == "Allow";
    public IEnumerable<string> Actions => Texts(Written["Action"]);
    public IEnumerable<string> Resources => Texts(Written["Resource"]);

    /// <summary>Whether every resource is meant, or every one of a kind, or every one but some.</summary>
    public bool IsOnEverything => Resources.Any(IsEveryResource) || !Written["NotResource"].IsAbsent;

    /// <summary>Who may use it, as pairs of a kind (AWS, Service, Federated) and a name; <c>*</c> alone is of kind AWS.</summary>
    public IEnumerable<(string Kind, string Name)> Principals => Written["Principal"] switch
    {
        { IsObject: true } kinds => kinds.Members.SelectMany(kind => Texts(kind.Value).Select(name => (kind.Name, name))),
        var plain => Texts(plain).Select(name => ("AWS", name)),
    };

    /// <summary>Whether it lets everyone in: no principal is named, and no condition says who the caller, or the caller's network, must be.</summary>
    public bool IsForEveryone => IsAllow
        && (Principals.Contains(("AWS", "*")) || !Written["NotPrincipal"].IsAbsent)
        && !NamesItsCallers;

    /// <summary>Whether a condition says who the caller, or the caller's network, must be.</summary>
    public bool NamesItsCallers => Tests.Any(test => test.IsFence && CallerKeys.Contains(test.Key));

    /// <summary>All must hold.</summary>
    public IEnumerable<ConditionTest> Tests =>
        from test in Written["Condition"].Members
        from key in test.Value.Members
        select new ConditionTest(test.Name, key.Name, [.. Texts(key.Value)]);

    /// <summary>The values of every condition key, whatever the operator.</summary>
    public IEnumerable<(string Key, string Value)> Conditions => Written["Condition"].Members
        .SelectMany(test => test.Value.Members).SelectMany(key => Texts(key.Value).Select(value => (key.Name, value)));

    /// <summary>Whether it allows this action, given as <c>service:Action</c>.</summary>
    public bool Allows(string action)
    {
        if (!IsAllow) return false;
        return Written["NotAction"] is { IsAbsent: false } others
            ? !Texts(others).Any(pattern => Covers(pattern, action))
            : Actions.Any(pattern => Covers(pattern, action));
    }

    /// <summary>The statements of a document; null if it is not one.</summary>
    public static IReadOnlyList<PolicyStatement>? Of(PropertyValue document)
    {
        if (document.AsObject() is not { } parsed) return null;
        var statements = parsed["Statement"];
        return [.. (statements.IsList ? statements.Items : [statements]).Where(each => each.IsObject).Select(each => new PolicyStatement(each))];
    }

    // IAM compares actions without regard to case; * stands for any characters and ? for one.
    public static bool Covers(string pattern, string action) => FileSystemName.MatchesSimpleExpression(pattern, action, ignoreCase: true);

    // Of every account or every region, and the name a wildcard: arn:aws:s3:::*, arn:aws:kms:*:*:key/*. Names in S3 begin with the bucket, others with a kind.
    private static bool IsEveryResource(string pattern)
    {
        if (ConditionTest.IsAnything(pattern)) return true;
        if (pattern.Split(':', 6) is not ["arn", _, var service, var region, var account, var name]) return false;
        var isEveryName = service == "s3" ? name.Split('/').All(ConditionTest.IsAnything) : ConditionTest.IsAnything(name[(name.IndexOfAny(['/', ':']) + 1)..]);
        return isEveryName && (account.Length == 0 || account.Contains('*', StringComparison.Ordinal) || region.Contains('*', StringComparison.Ordinal));
    }

    // AWS global condition context keys that tell one caller from another (IAM User Guide, read 2026-11).
    private static HashSet<string> CallerKeys { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:SourceAccount", "aws:SourceArn",
        "aws:SourceIp", "aws:SourceOrgID", "aws:SourceOwner", "aws:SourceVpc", "aws:SourceVpce", "kms:CallerAccount",
    };

    private static IEnumerable<string> Texts(PropertyValue value) =>
        (value.IsList ? value.Items : [value]).Select(item => item.Text).OfType<string>();
}

namespace Infra.Policies.Governance;

public sealed class SecretsStaySecret() : Rule(
    "secret-in-plain-sight",
    Rank.High,
    "A name, a tag, a description or a plain parameter is shown to everyone who may list resources, and is in every log of who did.",
    "leave the secret out; keep it in Secrets Manager or in a SecureString, and let the machine read it with its role")
{
    // What the consoles and the Describe and List calls of AWS show; a value of an SSM parameter has a type of its own for secrets.
    private static readonly string[] Shown = ["tags", "name", "namePrefix", "description", "comment", "alarmDescription", "displayName", "insecureValue"];

    public override IReadOnlyList<string> Types { get; } = [ResourceTypes.Any];

    public override IEnumerable<Finding> Check(ResourceGraph graph) =>
        from resource in graph.Nodes
        where resource.Type.Contains('/')
        from property in Shown
        let value = resource[property]
        where !value.IsAbsent
        from finding in Check(resource, property, value)
        select finding;

    private IEnumerable<Finding> Check(ResourceNode resource, string property, PropertyValue value)
    {
        if (HasSecret(value))
            yield return Fail(resource, FirstSecret(value).Path, $"{FirstSecret(value).Path} is computed from a secret value");

        // What is computed from other resources says itself whether it is secret.
        else if (resource.DependenciesOf(property).Count == 0 && value.FirstUnknown() is { } unknown)
            yield return Undetermined(resource, unknown);
    }

    private static bool HasSecret(PropertyValue value) =>
        value.IsSecret || (value.IsList ? value.Items.Any(HasSecret) : value.UnsortedMembers.Any(member => HasSecret(member.Value)));

    private static PropertyValue FirstSecret(PropertyValue value) => value.IsSecret
        ? value
        : FirstSecret((value.IsList ? value.Items : value.Members.Select(member => member.Value)).First(HasSecret));
}

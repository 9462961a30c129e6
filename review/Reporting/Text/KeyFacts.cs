using Infra.Review.Model;

namespace Infra.Review.Reporting.Text;

/// <summary>The few properties of a resource that say which one it is; values that name another resource become its name.</summary>
public sealed class KeyFacts
{
    private const int LongestValue = 72;
    private const int MostSecrets = 4;

    // For types without a list of their own: the first three that are set.
    private static readonly string[] Telling =
    [
        "cidrBlock", "availabilityZone", "instanceType", "instanceClass", "nodeType", "engine", "engineVersion", "domainName", "bucket", "repository",
        "image", "runtime", "protocol", "port", "fromPort", "toPort", "minSize", "maxSize", "length", "size", "kind", "zone", "type",
    ];

    private static readonly string[] Peers = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];

    // Types that do nothing but join one thing to another.
    private static readonly string[] Links = ["aws:ec2/route:Route", "aws:ec2/routeTableAssociation:RouteTableAssociation"];

    // Short values that say what they are without their name.
    private static readonly string[] Plain = ["fromPort", "port", "toPort"];

    private readonly Dictionary<string, PreviewResource> _byUrn;

    public KeyFacts(Preview preview) => _byUrn = preview.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);

    /// <summary>The type tokens and input names that it knows; a test looks each up in the provider's schema.</summary>
    public static IEnumerable<(string Type, string Input)> Listed => TellingInputs.ByType.SelectMany(entry => entry.Value.Select(input => (entry.Key, input)));

    public string Of(PreviewResource resource)
    {
        var facts = resource.Type.EndsWith(":SecurityGroupIngressRule", StringComparison.Ordinal) ? Opening(resource, "from")
            : resource.Type.EndsWith(":SecurityGroupEgressRule", StringComparison.Ordinal) ? Opening(resource, "to")
            : Links.Contains(resource.Type) ? [string.Join(" -> ", Named(resource, TellingInputs.ByType[resource.Type]))]
            : TellingInputs.ByType.TryGetValue(resource.Type, out var names) ? Named(resource, names)
            : Named(resource, Telling).Take(3);
        return string.Join(" ", facts.Concat(Secrets(resource)));
    }

    private IEnumerable<string> Named(PreviewResource resource, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (!resource.Inputs.TryGetValue(name, out var value)) continue;
            var text = Show(resource, name, value);
            if (text.Length > 0) yield return Plain.Contains(name) || (value is PropertyValue.Text && text[0] != '[') ? text : $"{name}={text}";
        }
    }

    private IEnumerable<string> Opening(PreviewResource rule, string direction)
    {
        var protocol = Value(rule, "ipProtocol") is "-1" ? "all protocols" : Value(rule, "ipProtocol");
        var (from, to) = (Value(rule, "fromPort"), Value(rule, "toPort"));
        var ports = from == to ? from : $"{from}-{to}";
        var peer = string.Join(" ", Peers.Select(name => Value(rule, name)).Where(text => text.Length > 0));
        return [.. new[] { protocol, ports, direction, peer }.Where(text => text.Length > 0)];
    }

    private string Value(PreviewResource resource, string name) =>
        resource.Inputs.TryGetValue(name, out var value) ? Show(resource, name, value) : "";

    private string Show(PreviewResource resource, string name, PropertyValue value)
    {
        var text = Referred(resource, name, value) ?? value.ToString();
        return text.Length <= LongestValue ? text : string.Concat(text.AsSpan(0, LongestValue - 1), "…");
    }

    private string? Referred(PreviewResource resource, string name, PropertyValue value)
    {
        var urns = resource.PropertyDependencies.Where(entry => entry.Key == name).SelectMany(entry => entry.Value).ToList();
        return value switch
        {
            PropertyValue.Unknown when urns is [var urn] => $"[unknown of {Words.NameIn(urn)}]",
            PropertyValue.Text => urns.Select(_byUrn.GetValueOrDefault).FirstOrDefault(other => value.Equals(other?.Id))?.Name,
            _ => null,
        };
    }

    private static IEnumerable<string> Secrets(PreviewResource resource)
    {
        var names = resource.Inputs.Where(input => input.Value.HoldsSecret).Select(input => input.Key).ToList();
        return names.Take(MostSecrets).Select(name => $"{name}={PropertyValue.Secret.Redacted}")
            .Concat(names.Count > MostSecrets ? [FormattableString.Invariant($"and {names.Count - MostSecrets} more secrets")] : []);
    }
}

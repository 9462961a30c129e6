namespace Infra.Policies;

/// <summary>The texts by which other resources name a resource.</summary>
public static class ResourceIdentity
{
    private static readonly string[] Properties =
    [
        "id", "arn", "arnSuffix", "dnsName", "endpoint", "address", "identifier", "bucketDomainName", "bucketRegionalDomainName",
        "defaultSecurityGroupId", "defaultNetworkAclId", "defaultRouteTableId", "mainRouteTableId", "primaryNetworkInterfaceId",
    ];

    public static IEnumerable<string> Of(ResourceNode node)
    {
        foreach (var property in Properties)
        {
            if (node[property] is { IsSecret: false, Text: { Length: > 0 } text }) yield return text;
        }

        // That of a certificate is a name of the site.
        if (ResourceTypes.Distribution.Contains(node.Type) && node["domainName"].Text is { } name) yield return name;
    }

    /// <summary>
    /// A group of another account is written <c>account/sg-…</c>, and the owner's own account may be written too; a place in a bucket is
    /// written <c>s3://bucket/…</c> or <c>arn:aws:s3:::bucket/…</c>.
    /// </summary>
    public static string Normalize(string text)
    {
        const string Place = "s3://";
        if (text.StartsWith(Place, StringComparison.Ordinal)) return text[Place.Length..].Split('/')[0];
        if (text.StartsWith("arn:", StringComparison.Ordinal) && text.Contains(":s3:::", StringComparison.Ordinal)) return text.Split('/')[0];
        return text.IndexOf("/sg-", StringComparison.Ordinal) is 12 and var slash && text.AsSpan(0, 12).IndexOfAnyExceptInRange('0', '9') < 0
            ? text[(slash + 1)..]
            : text;
    }
}

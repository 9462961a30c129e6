using Infra.Policies.Firewall;

namespace Infra.Policies.Routing;

/// <summary>A network ACL: the first line that fits decides, and what no line fits is denied.</summary>
public sealed class NetworkAcl(ResourceNode node, IReadOnlyList<AclLine> ingress, IReadOnlyList<AclLine> egress)
{
    // No host sends from there: multicast (RFC 5771) and what was kept for later (RFC 1112).
    private static readonly CidrSet Unused = CidrSet.Of("224.0.0.0/3", "ff00::/8");
    private static readonly CidrSet Ipv4Strangers = AddressSpace.Public.Intersect(CidrSet.Of("0.0.0.0/0"));
    private static readonly CidrSet Ipv6Strangers = AddressSpace.Public.Intersect(CidrSet.Of("::/0"));

    private readonly Lines _ingress = new(ingress);
    private readonly Lines _egress = new(egress);

    public ResourceNode Node => node;

    /// <summary>
    /// Whether all of it gets through. Of the whole internet some may be denied: to keep bad addresses out is what such a line is for, as long as
    /// they are no more than a block of /8, or of /16 in IPv6.
    /// </summary>
    public AclAnswer Ask(Direction direction, CidrSet addresses, Traffic traffic)
    {
        var walk = Follow(direction, addresses, traffic);
        if (walk.Unclear is { } unclear) return new(Verdict.Undetermined, unclear.Rule, null, unclear.Unknown);
        var areAll = addresses.Contains(Ipv4Strangers) || addresses.Contains(Ipv6Strangers);
        var denied = walk.Denials.Find(line => !areAll || !IsSmall(addresses.Intersect(line.Addresses!)));
        return denied is not null ? new(Verdict.Fail, denied.Rule, denied.Number, null)
            : walk.IsUnanswered ? new(Verdict.Fail, node, null, null)
            : AclAnswer.Passes;
    }

    private static bool IsSmall(CidrSet denied)
    {
        var (ipv4, ipv6) = denied.Except(Unused).WidestPrefix();
        return ipv4 is null or >= 8 && ipv6 is null or >= 16;
    }

    /// <summary>Whether any of it gets through.</summary>
    public Verdict LetsSomeIn(Direction direction, CidrSet addresses, Traffic traffic)
    {
        var walk = Follow(direction, addresses, traffic);
        return walk.Unclear is not null ? Verdict.Undetermined : walk.LetsSomeIn ? Verdict.Pass : Verdict.Fail;
    }

    private Walk Follow(Direction direction, CidrSet addresses, Traffic traffic)
    {
        var lines = direction == Direction.Ingress ? _ingress : _egress;
        var unclear = lines.Unclear.Find(line => line.MayConcern(addresses, traffic));
        if (unclear is not null) return new(unclear, [], LetsSomeIn: false, IsUnanswered: false);

        var denials = new List<AclLine>();
        var letsSomeIn = false;
        List<Asked> open = [new(addresses, traffic)];
        foreach (var line in lines.ByNumber)
        {
            var met = open.FindAll(asked => line.MayConcern(asked.Addresses, asked.Traffic));
            if (met.Count == 0) continue;
            if (line.Allows is true) letsSomeIn = true;
            else denials.Add(line);
            open = [.. open.Except(met), .. met.SelectMany(asked => asked.Without(line))];
        }

        return new(null, denials, letsSomeIn, IsUnanswered: open.Count > 0);
    }

    private sealed record Walk(AclLine? Unclear, List<AclLine> Denials, bool LetsSomeIn, bool IsUnanswered);

    private sealed record Asked(CidrSet Addresses, Traffic Traffic)
    {
        public IEnumerable<Asked> Without(AclLine line)
        {
            if (Addresses.Except(line.Addresses!) is { IsEmpty: false } others) yield return this with { Addresses = others };
            if (Traffic.Except(line.Traffic!) is { IsEmpty: false } rest) yield return new(Addresses.Intersect(line.Addresses!), rest);
        }
    }

    private sealed class Lines(IReadOnlyList<AclLine> lines)
    {
        public List<AclLine> Unclear { get; } = [.. lines.Where(line => line.Unknown is not null)];
        public IReadOnlyList<AclLine> ByNumber { get; } = [.. lines.Where(line => line.Unknown is null).OrderBy(line => line.Number)];
    }
}

/// <param name="Verdict">Pass if all of it gets through.</param>
/// <param name="By">The line that denies it or is not known, or the ACL that has none for it.</param>
/// <param name="Number">Of the line that denies it; null if there is none.</param>
/// <param name="Unknown">The property that is not known.</param>
public sealed record AclAnswer(Verdict Verdict, ResourceNode? By, int? Number, string? Unknown)
{
    public static AclAnswer Passes { get; } = new(Verdict.Pass, null, null, null);
}

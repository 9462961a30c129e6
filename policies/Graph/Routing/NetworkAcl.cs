using Infra.Policies.Firewall;

namespace Infra.Policies.Routing;

/// <summary>A network ACL: the first line that fits decides, and what no line fits is denied.</summary>
public sealed class NetworkAcl(ResourceNode node, IReadOnlyList<AclLine> ingress, IReadOnlyList<AclLine> egress)
{
    private readonly Lines _ingress = new(ingress);
    private readonly Lines _egress = new(egress);

    public ResourceNode Node => node;

    /// <summary>
    /// Whether all of it gets through. Of strangers some may be denied by name: to keep a bad address out is what such a line is for.
    /// </summary>
    public AclAnswer Ask(Direction direction, CidrSet addresses, Traffic traffic)
    {
        var walk = Follow(direction, addresses, traffic);
        if (walk.Unclear is { } unclear) return new(Verdict.Undetermined, unclear.Rule, null, unclear.Unknown);
        var areStrangers = addresses.Overlaps(AddressSpace.Public);
        var denied = walk.Denials.Find(line => !walk.LetsSomeIn || !areStrangers || addresses.Except(line.Addresses!).IsEmpty);
        return denied is not null ? new(Verdict.Fail, denied.Rule, denied.Number, null)
            : walk.IsUnanswered ? new(Verdict.Fail, node, null, null)
            : AclAnswer.Passes;
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

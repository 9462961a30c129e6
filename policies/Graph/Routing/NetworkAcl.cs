using Infra.Policies.Firewall;

namespace Infra.Policies.Routing;

/// <summary>A network ACL: the first line that fits decides, and what no line fits is denied.</summary>
public sealed class NetworkAcl(ResourceNode node, IReadOnlyList<AclLine> ingress, IReadOnlyList<AclLine> egress)
{
    private readonly Lines _ingress = new(ingress);
    private readonly Lines _egress = new(egress);

    public ResourceNode Node => node;

    public AclAnswer Ask(Direction direction, CidrSet addresses, Traffic traffic)
    {
        var lines = direction == Direction.Ingress ? _ingress : _egress;
        var unclear = lines.Unclear.Find(line => line.MayConcern(addresses, traffic));
        if (unclear is not null) return new(Verdict.Undetermined, unclear.Rule, null, unclear.Unknown);

        List<Asked> open = [new(addresses, traffic)];
        foreach (var line in lines.ByNumber)
        {
            if (!open.Exists(asked => line.MayConcern(asked.Addresses, asked.Traffic))) continue;
            var left = new List<Asked>();
            foreach (var asked in open)
            {
                var (from, kind) = asked;
                if (!line.MayConcern(from, kind))
                {
                    left.Add(asked);
                    continue;
                }

                if (line.Allows is not true) return new(Verdict.Fail, line.Rule, line.Number, null);
                if (from.Except(line.Addresses!) is { IsEmpty: false } others) left.Add(new(others, kind));
                if (kind.Except(line.Traffic!) is { IsEmpty: false } rest) left.Add(new(from.Intersect(line.Addresses!), rest));
            }

            open = left;
            if (open.Count == 0) return AclAnswer.Passes;
        }

        return new(Verdict.Fail, node, null, null);
    }

    private sealed record Asked(CidrSet Addresses, Traffic Traffic);

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

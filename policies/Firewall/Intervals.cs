namespace Infra.Policies.Firewall;

/// <summary>A set of whole numbers as sorted intervals that neither touch nor overlap; both ends belong to it.</summary>
internal readonly struct Intervals : IEquatable<Intervals>
{
    private readonly (UInt128 From, UInt128 To)[]? _parts;

    private Intervals((UInt128 From, UInt128 To)[] parts) => _parts = parts;

    public IReadOnlyList<(UInt128 From, UInt128 To)> Parts => _parts ?? [];
    public bool IsEmpty => Parts.Count == 0;

    public static Intervals Of(UInt128 from, UInt128 to) => from <= to ? new([(from, to)]) : default;

    public Intervals Union(Intervals other)
    {
        if (IsEmpty) return other;
        if (other.IsEmpty) return this;
        var merged = new List<(UInt128 From, UInt128 To)>();
        foreach (var part in Parts.Concat(other.Parts).OrderBy(part => part.From))
        {
            if (merged.Count > 0 && (part.From <= merged[^1].To || part.From - merged[^1].To == 1))
                merged[^1] = (merged[^1].From, UInt128.Max(merged[^1].To, part.To));
            else
                merged.Add(part);
        }

        return new([.. merged]);
    }

    public Intervals Intersect(Intervals other)
    {
        var common = new List<(UInt128 From, UInt128 To)>();
        for (int left = 0, right = 0; left < Parts.Count && right < other.Parts.Count;)
        {
            var (a, b) = (Parts[left], other.Parts[right]);
            var (from, to) = (UInt128.Max(a.From, b.From), UInt128.Min(a.To, b.To));
            if (from <= to) common.Add((from, to));
            if (a.To < b.To) left++;
            else right++;
        }

        return new([.. common]);
    }

    public Intervals Except(Intervals other)
    {
        var rest = new List<(UInt128 From, UInt128 To)>();
        foreach (var part in Parts)
        {
            var (from, isDone) = (part.From, false);
            foreach (var hole in other.Parts.Where(hole => hole.To >= part.From && hole.From <= part.To))
            {
                if (hole.From > from) rest.Add((from, hole.From - 1));
                isDone = hole.To >= part.To;
                if (isDone) break;
                from = hole.To + 1;
            }

            if (!isDone) rest.Add((from, part.To));
        }

        return new([.. rest]);
    }

    public bool Contains(Intervals other) => other.Except(this).IsEmpty;

    public bool Equals(Intervals other) => Parts.SequenceEqual(other.Parts);

    public override bool Equals(object? obj) => obj is Intervals other && Equals(other);

    public override int GetHashCode() => Parts.Aggregate(0, (hash, part) => HashCode.Combine(hash, part.From, part.To));
}

namespace Infra.Policies.Firewall;

/// <summary>A set of whole numbers as sorted intervals that neither touch nor overlap; both ends belong to it.</summary>
public sealed class Intervals : IEquatable<Intervals>
{
    private readonly Interval[] _parts;

    private Intervals(Interval[] parts) => _parts = parts;

    public static Intervals None { get; } = new([]);

    public IReadOnlyList<Interval> Parts => _parts;
    public bool IsEmpty => _parts.Length == 0;

    public static Intervals Of(UInt128 from, UInt128 to) => from <= to ? new([new(from, to)]) : None;

    public Intervals Union(Intervals other)
    {
        if (IsEmpty) return other;
        if (other.IsEmpty) return this;
        List<Interval> parts = [.. _parts, .. other._parts];
        parts.Sort((one, another) => one.From.CompareTo(another.From));
        var merged = new List<Interval>();
        foreach (var part in parts)
        {
            if (merged.Count > 0 && (part.From <= merged[^1].To || part.From - merged[^1].To == 1))
                merged[^1] = new(merged[^1].From, UInt128.Max(merged[^1].To, part.To));
            else
                merged.Add(part);
        }

        return new([.. merged]);
    }

    public Intervals Intersect(Intervals other) => new(
    [
        .. from one in _parts
           from another in other._parts
           where one.Overlaps(another)
           select new Interval(UInt128.Max(one.From, another.From), UInt128.Min(one.To, another.To)),
    ]);

    public Intervals Except(Intervals other)
    {
        var rest = new List<Interval>();
        foreach (var part in _parts)
        {
            var (from, isDone) = (part.From, false);
            foreach (var hole in other._parts.Where(part.Overlaps))
            {
                if (hole.From > from) rest.Add(new(from, hole.From - 1));
                isDone = hole.To >= part.To;
                if (isDone) break;
                from = hole.To + 1;
            }

            if (!isDone) rest.Add(new(from, part.To));
        }

        return new([.. rest]);
    }

    public bool Overlaps(Intervals other)
    {
        foreach (var part in _parts)
            foreach (var another in other._parts)
                if (part.Overlaps(another)) return true;
        return false;
    }

    // What is in one piece lies within one piece.
    public bool Contains(Intervals other) => Array.TrueForAll(other._parts, part => Array.Exists(_parts, whole => whole.Contains(part)));

    public bool Equals(Intervals? other) => other is not null && _parts.SequenceEqual(other._parts);

    public override bool Equals(object? obj) => Equals(obj as Intervals);

    public override int GetHashCode() => _parts.Aggregate(0, (hash, part) => HashCode.Combine(hash, part));
}

public sealed record Interval(UInt128 From, UInt128 To)
{
    public bool Overlaps(Interval other) => From <= other.To && other.From <= To;

    public bool Contains(Interval other) => From <= other.From && other.To <= To;
}

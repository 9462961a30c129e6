namespace Infra.Policies.Firewall;

/// <summary>Holds each opening against the tier matrix.</summary>
public sealed class Judge(TierLabels labels, DeclaredRanges admin, DeclaredRanges partners, JoinedNetworks joined)
{
    // A group that is not in the program has a tier that nobody here can vouch for.
    private const string Undeclared = "undeclared";

    public Judgement Of(Opening opening)
    {
        var allowed = Allowed(opening);
        var (verdict, excess, unknown) = Compare(opening, allowed);
        var (from, to) = opening.Direction == Direction.Ingress
            ? (PeerText(opening), opening.GroupText)
            : (opening.GroupText, PeerText(opening));
        var isNeighbour = opening.Direction == Direction.Ingress ? joined.AreMachines(opening.Groups, opening.Peer) : Verdict.Fail;
        return new()
        {
            Opening = opening,
            Verdict = verdict,
            Excess = excess,
            Declared = (opening.Traffic ?? Traffic.None).Intersect(allowed.Certain),
            UnknownProperty = unknown,
            IsInternet = IsInternet(opening.Peer),
            IsNeighbour = isNeighbour,
            UnknownNeighbour = isNeighbour == Verdict.Undetermined ? joined.Unknown : null,
            From = from,
            To = to,
            Tier = opening.Groups is [var only] ? TierLabels.Of(only).Text : null,
        };
    }

    public bool IsInternet(Peer peer) => peer is Peer.Block block && block.Addresses.Except(admin.Accepted).Overlaps(AddressSpace.Public);

    public bool IsPartner(Peer peer) => peer is Peer.Block { Addresses.IsEmpty: false } block && !IsAdmin(peer) && partners.Accepted.Contains(block.Addresses);

    public bool IsNeighbour(Opening opening) => opening.Direction == Direction.Ingress && joined.AreMachines(opening.Groups, opening.Peer) == Verdict.Pass;

    public bool IsRemoteDatabase(Opening opening) => opening.Direction == Direction.Egress && joined.AreStores(opening.Groups, opening.Peer) == Verdict.Pass;

    public bool IsAdmin(Peer peer) => peer is Peer.Block { Addresses.IsEmpty: false } block && admin.Accepted.Contains(block.Addresses);

    private static (Verdict Verdict, Traffic Excess, string? Unknown) Compare(Opening opening, Bounds allowed)
    {
        if (opening.Traffic is not { } traffic)
        {
            // Whatever the ports turn out to be: nothing at all is declared between these two.
            return allowed.Possible.IsEmpty
                ? (Verdict.Fail, Traffic.None, null)
                : (Verdict.Undetermined, Traffic.None, opening.UnknownTraffic);
        }

        if (allowed.Certain.Contains(traffic)) return (Verdict.Pass, Traffic.None, null);
        var excess = traffic.Except(allowed.Possible);
        return excess.IsEmpty
            ? (Verdict.Undetermined, traffic.Except(allowed.Certain), allowed.Unknown ?? opening.Property)
            : (Verdict.Fail, excess, null);
    }

    private Bounds Allowed(Opening opening)
    {
        if (opening.Groups.Count == 0) return opening.IsGroupUnknown ? AllowedOfAny(opening, TierMatrix.Tiers) : Allowed(opening, Undeclared);
        var perGroup = opening.Groups.Select(group => labels.Effective(group)
            .Select(label => Allowed(opening, label)).Aggregate(Bounds.And));
        return perGroup.Aggregate((one, other) => Bounds.Or(one, other, "securityGroupId"));
    }

    private Bounds Allowed(Opening opening, TierLabel own)
    {
        if (!own.IsUnknown) return Allowed(opening, own.Text ?? "");
        return AllowedOfAny(opening, [.. TierMatrix.Tiers, ""]);
    }

    private Bounds AllowedOfAny(Opening opening, IEnumerable<string> tiers) => tiers.Select(tier => Allowed(opening, tier))
        .Aggregate((one, other) => Bounds.Or(one, other, opening.IsGroupUnknown ? "securityGroupId" : $"tags.{TierLabel.Tag}"));

    private Bounds Allowed(Opening opening, string own) =>
        opening.Direction == Direction.Ingress ? AllowedIn(opening, own) : AllowedOut(opening.Peer, own);

    private Bounds AllowedIn(Opening opening, string to)
    {
        var anyone = TierMatrix.Allowed(TierMatrix.Internet, to);
        switch (opening.Peer)
        {
            case Peer.Block { Addresses.IsEmpty: true } list:
                return new(list.IsWhole ? Traffic.All : anyone, Traffic.All);
            case Peer.Block block:
                Bounds[] named =
                [
                    Named(block, admin, TierMatrix.Allowed(TierMatrix.Admin, to)), Named(block, partners, TierMatrix.Allowed(TierMatrix.Partner, to)),
                    Beside(opening, TierMatrix.Allowed(TierMatrix.Neighbour, to)),
                ];
                var open = Array.Find(named, bounds => !bounds.Certain.Contains(bounds.Possible));
                return new(
                    named.Aggregate(anyone, (all, bounds) => all.Union(bounds.Certain)),
                    named.Aggregate(anyone, (all, bounds) => all.Union(bounds.Possible)),
                    block.IsWhole ? open?.Unknown : null);
            case Peer.Group group:
                return Between(group, label => TierMatrix.Allowed(label, to), isOwnMissing: to.Length == 0).Widen(anyone);
            case Peer.Unknown unknown:
                var sources = TierMatrix.Paths.Select(path => path.From).Distinct();
                return new(anyone, sources.Aggregate(anyone, (all, from) => all.Union(TierMatrix.Allowed(from, to))), unknown.Property);
            default:
                return new(anyone, anyone);
        }
    }

    // What the addresses may as those of a declared range, if they lie in it.
    private static Bounds Named(Peer.Block block, DeclaredRanges ranges, Traffic allowed)
    {
        var isWithin = ranges.Accepted.Contains(block.Addresses);
        var mayBeWithin = isWithin || (!ranges.IsWhole && !DeclaredRanges.IsTooWide(block.Addresses));
        return new(isWithin && block.IsWhole ? allowed : Traffic.None, mayBeWithin ? allowed : Traffic.None, ranges.Output);
    }

    private Bounds Beside(Opening opening, Traffic allowed) => joined.AreMachines(opening.Groups, opening.Peer) switch
    {
        Verdict.Pass => new(allowed, allowed),
        Verdict.Undetermined => new(Traffic.None, allowed, joined.Unknown),
        _ => new(Traffic.None, Traffic.None),
    };

    private static Bounds AllowedOut(Peer peer, string from)
    {
        var anywhere = TierMatrix.Allowed(from, TierMatrix.Internet);
        switch (peer)
        {
            case Peer.Block { Addresses.IsEmpty: true } list:
                return new(list.IsWhole ? Traffic.All : anywhere, Traffic.All);
            case Peer.Block block:
                // What leaves for private addresses still meets the closed ingress of the group that is there.
                var isPrivate = AddressSpace.Private.Contains(block.Addresses);
                var allowed = isPrivate ? TierMatrix.AllowedFrom(from) : anywhere;
                return new(block.IsWhole ? allowed : anywhere, allowed);
            case Peer.Group group:
                return Between(group, label => TierMatrix.Allowed(from, label), isOwnMissing: from.Length == 0).Widen(anywhere);
            case Peer.Unknown unknown:
                return new(anywhere, TierMatrix.AllowedFrom(from), unknown.Property);
            default:
                return new(anywhere, anywhere);
        }
    }

    // Between two groups of which one has no label there is nothing to hold against the matrix: the missing label is the finding.
    // A default group has no label to miss: whatever nobody gave a group is in it, of whichever tier.
    private static Bounds Between(Peer.Group group, Func<string, Traffic> allowed, bool isOwnMissing)
    {
        if (isOwnMissing) return new(Traffic.All, Traffic.All);
        return group.Candidates.Select(candidate => TierLabels.Of(candidate) switch
        {
            { IsUnknown: true } => new Bounds(
                Traffic.None, TierMatrix.Tiers.Aggregate(Traffic.None, (all, tier) => all.Union(allowed(tier))), $"tags.{TierLabel.Tag}"),
            { Text: { } label } => new Bounds(allowed(label), allowed(label)),
            _ => ResourceTypes.SecurityGroup.Contains(candidate.Type) ? new Bounds(Traffic.All, Traffic.All) : new Bounds(Traffic.None, Traffic.None),
        }).Aggregate((one, other) => Bounds.Or(one, other, null));
    }

    private string PeerText(Opening opening) => opening.Peer switch
    {
        Peer.Block { IsCloudFront: true } => $"{TierMatrix.CloudFront} ({opening.Peer.Text})",
        Peer.Block when IsPartner(opening.Peer) => $"{TierMatrix.Partner} ({opening.Peer.Text})",
        Peer.Block when IsInternet(opening.Peer) => $"{TierMatrix.Internet} ({opening.Peer.Text})",
        Peer.Block when IsAdmin(opening.Peer) => $"{TierMatrix.Admin} ({opening.Peer.Text})",
        Peer.Block when IsNeighbour(opening) => $"{TierMatrix.Neighbour} ({opening.Peer.Text})",
        Peer.Block when IsRemoteDatabase(opening) => $"{TierMatrix.RemoteDatabase} ({opening.Peer.Text})",
        _ => opening.Peer.Text,
    };

    /// <summary>What is allowed for sure, what might be, and what keeps the two apart.</summary>
    private sealed record Bounds(Traffic Certain, Traffic Possible, string? Unknown = null)
    {
        public static Bounds And(Bounds one, Bounds other) =>
            new(one.Certain.Intersect(other.Certain), one.Possible.Intersect(other.Possible), one.Unknown ?? other.Unknown);

        public static Bounds Or(Bounds one, Bounds other, string? unknown) =>
            new(one.Certain.Intersect(other.Certain), one.Possible.Union(other.Possible), one.Unknown ?? other.Unknown ?? unknown);

        public Bounds Widen(Traffic more) => new(Certain.Union(more), Possible.Union(more), Unknown);
    }
}

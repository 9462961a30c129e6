namespace Infra.Policies.Firewall;

/// <summary>The other end of an opening: where ingress comes from, where egress goes to.</summary>
public abstract record Peer(string Text)
{
    /// <summary>The same for the same addresses or groups: a list that comes to hold others is another peer.</summary>
    public virtual string Key => Text;

    /// <param name="Addresses">What is known to be in it.</param>
    /// <param name="Text">As it is written in the program.</param>
    /// <param name="IsWhole">False if a prefix list has entries that are not known.</param>
    /// <param name="IsCloudFront">Public addresses, but those of AWS's list of CloudFront's servers alone.</param>
    /// <param name="IsList">A prefix list of the program: its text is a name, and what it holds may change under it.</param>
    public sealed record Block(CidrSet Addresses, string Text, bool IsWhole = true, bool IsCloudFront = false, bool IsList = false) : Peer(Text)
    {
        public override string Key => IsList ? $"{Text} {Addresses}" : Text;
    }

    /// <summary>A security group of the program; several if it is not known which of them.</summary>
    public sealed record Group(IReadOnlyList<ResourceNode> Candidates) : Peer(string.Join(" or ", Candidates.Select(node => node.Name)));

    /// <summary>A known value that the program does not declare: what is behind it cannot be seen from here.</summary>
    public sealed record Foreign(string Text, string Reason) : Peer(Text);

    public sealed record Unknown(string Property) : Peer("unknown");
}

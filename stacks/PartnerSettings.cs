using Infra.Components;
using Infra.Components.Transfer;

namespace Infra.Stacks;

/// <summary>Another company that brings and fetches files.</summary>
public sealed record PartnerSettings
{
    public required SftpUser User { get; init; }

    /// <summary>The public addresses that it comes from.</summary>
    public required IReadOnlyList<Cidr> Ranges { get; init; }
}

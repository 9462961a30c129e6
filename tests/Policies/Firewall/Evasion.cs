using Infra.Policies;

namespace Infra.Tests.Policies.Firewall;

/// <summary>A configuration that scanners misjudge, and what is right.</summary>
internal sealed record Evasion(string Name, Verdict Expected, SampleProgram Program)
{
    public override string ToString() => $"{Name} ({Expected})";
}

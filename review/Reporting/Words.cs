using System.Globalization;
using Infra.Policies;
using Infra.Review.Model;

namespace Infra.Review.Reporting;

/// <summary>The words that stand for values in every report.</summary>
internal static class Words
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    public static string Of(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Fail => "fail",
        Verdict.Undetermined => "undetermined",
        _ => "pass",
    };

    public static string Of(SourceLocation source) => FormattableString.Invariant($"{source.File}:{source.Line}");

    /// <summary><c>22</c>, <c>1024-65535</c> or <c>all</c>; nothing for a protocol without ports.</summary>
    public static string PortsOf(FirewallFlow flow) => flow switch
    {
        { Protocol: "icmp" or "icmpv6" } => "",
        { FromPort: 0, ToPort: 65535 } => "all",
        _ when flow.FromPort == flow.ToPort => flow.FromPort.ToString(CultureInfo.InvariantCulture),
        _ => FormattableString.Invariant($"{flow.FromPort}-{flow.ToPort}"),
    };

    /// <summary><c>1 error</c>, <c>2 errors</c>.</summary>
    public static string Count(int count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>The last part of a URN: the resource's name.</summary>
    public static string NameIn(string urn)
    {
        var parts = urn.Split("::", 4);
        return parts.Length == 4 ? parts[3] : urn;
    }

    /// <summary><c>aws:ec2/vpc:Vpc</c> as people say it: <c>aws:ec2:Vpc</c>.</summary>
    public static string ShortType(string type)
    {
        var slash = type.IndexOf('/');
        var colon = slash < 0 ? -1 : type.IndexOf(':', slash);
        return colon < 0 ? type : string.Concat(type.AsSpan(0, slash), type.AsSpan(colon));
    }
}

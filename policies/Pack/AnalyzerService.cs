using System.Reflection;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Messages;

namespace Infra.Policies.Pack;

/// <summary>
/// Answers the engine's questions with the rules of a pack. All rules judge the whole program, so all are stack policies: the
/// preview before an update is where they stop it.
/// </summary>
public sealed class AnalyzerService(PolicyPack pack)
{
    private EnforcementSettings _settings = EnforcementSettings.Default;
    private bool _isPreview;

    public static string Version { get; } = typeof(AnalyzerService).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];

    public AnalyzerStackConfigureResponse ConfigureStack(AnalyzerStackConfigureRequest request)
    {
        _isPreview = request.DryRun;
        return new();
    }

    public AnalyzerInfo GetAnalyzerInfo() => new()
    {
        Name = pack.Name,
        DisplayName = "Infra",
        Description = "The tier matrix and the essential rules",
        Version = Version,
        SupportsConfig = true,
        Policies = { pack.Rules.Select(Describe) },
    };

    public Empty Configure(ConfigureAnalyzerRequest request)
    {
        _settings = EnforcementSettings.Of(pack, request.PolicyConfig);
        return new();
    }

    public AnalyzeResponse AnalyzeStack(AnalyzeStackRequest request)
    {
        var enabled = new PolicyPack(pack.Name, [.. pack.Rules.Where(rule => _settings.LevelOf(rule) != EnforcementLevel.Disabled)]);
        var findings = enabled.Check(ResourceGraph.From(request.Resources));

        // A preview does not know most outputs; there, what could not be judged is told once per rule rather than once per resource.
        var told = findings.Where(finding => finding.Verdict == Verdict.Fail || !_isPreview);
        var undetermined = _isPreview ? findings.Where(finding => finding.Verdict == Verdict.Undetermined) : [];
        return new()
        {
            Diagnostics = { told.Select(Report) },
            NotApplicable =
            {
                undetermined.GroupBy(finding => finding.Rule)
                    .Select(same => new PolicyNotApplicable { PolicyName = same.Key, Reason = string.Join("\n", same.Select(finding => finding.Message)) }),
            },
        };
    }

    private static PolicyInfo Describe(Rule rule) => new()
    {
        Name = rule.Id,
        DisplayName = rule.Id,
        Description = rule.Why,
        Message = rule.Why,
        EnforcementLevel = EnforcementSettings.DefaultLevel(rule),
        PolicyType = PolicyType.Stack,
        Severity = SeverityOf(rule),
        Tags = { rule.Anchors },
        RemediationSteps = rule.Fix,
    };

    private static PolicySeverity SeverityOf(Rule rule) => rule.Rank switch
    {
        Rank.Critical => PolicySeverity.Critical,
        Rank.High => PolicySeverity.High,
        Rank.Medium => PolicySeverity.Medium,
        _ => PolicySeverity.Low,
    };

    // A verdict that could not be reached is never a reason to stop an update that is already running.
    private AnalyzeDiagnostic Report(Finding finding)
    {
        var rule = pack.Rules.Single(rule => rule.Id == finding.Rule);
        return new()
        {
            PolicyName = rule.Id,
            PolicyPackName = pack.Name,
            PolicyPackVersion = Version,
            Description = rule.Why,
            Message = $"{finding.Message}\nFix: {finding.Fix}.",
            EnforcementLevel = finding.Verdict == Verdict.Fail ? _settings.LevelOf(rule) : EnforcementLevel.Advisory,
            Urn = finding.Urn,
            Severity = SeverityOf(rule),
        };
    }
}

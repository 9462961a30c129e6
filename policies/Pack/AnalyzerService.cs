using System.Reflection;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc;
using Infra.Rpc.Messages;

namespace Infra.Policies.Pack;

/// <summary>
/// Answers the engine's questions with the rules of a pack. All rules judge the whole program, so all are stack policies: the
/// preview before an update is where they stop it.
/// </summary>
/// <param name="pack">The rules.</param>
/// <param name="waivers">Reads the project's waivers.</param>
public sealed class AnalyzerService(PolicyPack pack, Func<WaiverList> waivers)
{
    private readonly ProgramInputs _inputs = new();
    private EnforcementSettings _settings = EnforcementSettings.Default;
    private bool _isPreview;

    public static string Version { get; } = typeof(AnalyzerService).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];

    /// <exception cref="RpcException">The waivers cannot be used; told before anything is judged.</exception>
    public AnalyzerStackConfigureResponse ConfigureStack(AnalyzerStackConfigureRequest request)
    {
        _isPreview = request.DryRun;
        _inputs.Forget();
        ReadWaivers();
        return new();
    }

    public AnalyzerInfo GetAnalyzerInfo() => new()
    {
        Name = pack.Name,
        DisplayName = "Infra",
        Description = "The tier matrix and the essential rules",
        Version = Version,
        SupportsConfig = true,
        Policies = { pack.Rules.Select(Describe), WaiverPolicy.All.Select(Describe) },
    };

    public Empty Configure(ConfigureAnalyzerRequest request)
    {
        _settings = EnforcementSettings.Of(pack, request.PolicyConfig);
        return new();
    }

    public RemediateResponse Remediate(AnalyzeRequest request)
    {
        _inputs.RememberFirst(request);
        return new();
    }

    public AnalyzeResponse Analyze(AnalyzeRequest request)
    {
        _inputs.RememberLast(request);
        return new();
    }

    public AnalyzeResponse AnalyzeStack(AnalyzeStackRequest request)
    {
        var enabled = new PolicyPack(
            pack.Name,
            [.. pack.Rules.Where(rule => _settings.LevelOf(rule.Id, EnforcementSettings.DefaultLevel(rule)) != EnforcementLevel.Disabled)]);
        var findings = enabled.Check(ResourceGraph.FromEngine(request.Resources, _inputs.Of), ReadWaivers()).Where(IsEnabled).ToList();

        // A preview does not know most outputs; there, what could not be judged is told once per rule rather than once per resource.
        var untold = _isPreview ? findings.Where(finding => finding is { Verdict: Verdict.Undetermined, Waiver: null }).ToList() : [];
        var told = findings.Except(untold);
        return new()
        {
            Diagnostics = { told.Select(Report) },
            NotApplicable =
            {
                untold.GroupBy(finding => finding.Rule)
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

    private static PolicyInfo Describe(WaiverPolicy policy) => new()
    {
        Name = policy.Id,
        DisplayName = policy.Id,
        Description = policy.Why,
        Message = policy.Why,
        EnforcementLevel = EnforcementLevel.Mandatory,
        PolicyType = PolicyType.Stack,
        Severity = PolicySeverity.High,
        RemediationSteps = policy.Fix,
    };

    private bool IsEnabled(Finding finding) => _settings.LevelOf(finding.Rule, EnforcementLevel.Mandatory) != EnforcementLevel.Disabled;

    private WaiverList ReadWaivers()
    {
        try
        {
            return waivers();
        }
        catch (WaiverException exception)
        {
            throw new RpcException(RpcStatus.InvalidArgument, exception.Message);
        }
    }

    // A verdict that could not be reached is never a reason to stop an update that is already running, nor is what somebody accepts.
    private AnalyzeDiagnostic Report(Finding finding)
    {
        var policy = PolicyOf(finding.Rule);
        return new()
        {
            PolicyName = finding.Rule,
            PolicyPackName = pack.Name,
            PolicyPackVersion = Version,
            Description = policy.Description,
            Message = $"{finding.Message}\nFix: {finding.Fix}.{(finding.Waiver is { } waiver ? $"\nWaived: {waiver}." : "")}",
            EnforcementLevel = finding is { Verdict: Verdict.Fail, Waiver: null }
                ? _settings.LevelOf(finding.Rule, policy.EnforcementLevel)
                : EnforcementLevel.Advisory,
            Urn = finding.Urn,
            Severity = policy.Severity,
        };
    }

    private PolicyInfo PolicyOf(string id) => pack.Rules.FirstOrDefault(rule => rule.Id == id) is { } rule
        ? Describe(rule)
        : Describe(WaiverPolicy.All.Single(policy => policy.Id == id));
}

using Infra.Policies;
using Infra.Review.Engine.Checks;
using Infra.Review.Engine.Functions;
using Infra.Review.Engine.Registration;
using Infra.Review.Engine.Services;
using Infra.Review.Engine.Synthesis;
using Infra.Review.Model;
using Infra.Review.Programs;
using Infra.Review.Secrets;
using Infra.Rpc;

namespace Infra.Review.Engine;

/// <summary>One run of a program under the engine's services.</summary>
public sealed class ProgramRun : IAsyncDisposable
{
    // A program that keeps making resources is not idle, and yet may never end.
    private const int LongestRunInTimeouts = 10;

    private readonly DeploymentFacts _facts;
    private readonly SecretTexts _secrets;
    private readonly DiagnosticLog _log;
    private readonly ProgramActivity _activity;
    private readonly ResourceRegistry _registry;
    private readonly Refusals _refusals = new();
    private readonly CallbackClient _callbacks = new();
    private readonly RpcServer _server = new();

    /// <param name="facts">What to run it with.</param>
    /// <param name="answers">The repository's own, to functions that only the cloud could answer.</param>
    /// <param name="secrets">Those of the configuration; the program's are added.</param>
    /// <param name="log">Gets what is said.</param>
    /// <param name="progress">Watches.</param>
    /// <param name="clock">What a timeout is measured with.</param>
    public ProgramRun(
        DeploymentFacts facts, RecordedAnswers answers, SecretTexts secrets, DiagnosticLog log, IProgress<PreviewProgress>? progress, TimeProvider clock)
    {
        _facts = facts;
        _secrets = secrets;
        _log = log;
        _registry = new ResourceRegistry(progress is null ? null : secrets);
        _activity = new ProgramActivity(progress, clock);
        var providers = new Providers(facts, _registry, _refusals);
        var regions = new Regions(facts, _registry, log);
        var transforms = new Transforms(_callbacks);
        var hooks = new Hooks(_callbacks, log);
        var synthesis = new OutputSynthesis(facts, regions, answers, _refusals);
        var registrar = new Registrar(facts, _registry, providers, transforms, hooks, synthesis, _refusals, _activity);
        var functions = new FunctionCalls(_registry, providers, regions, transforms, answers, _refusals, log);
        new MonitorService(facts, registrar, transforms, hooks, functions, log, _activity).MapTo(_server);
        new EngineService(_registry, log).MapTo(_server);
    }

    /// <exception cref="UserException">The program failed, hung, or asked for what the engine refuses.</exception>
    public Task<Preview> ExecuteAsync(RunnableProgram program, TimeSpan timeout, CancellationToken cancellationToken) => ExecuteAsync(
        program.Name, program.Sdk, address => ProgramProcess.Start(program, ProgramEnvironment.Of(_facts, program, address), address, _log),
        timeout, cancellationToken);

    /// <summary>The same for a program of this process.</summary>
    /// <exception cref="UserException">The program failed, hung, or asked for what the engine refuses.</exception>
    public Task<Preview> ExecuteAsync(Func<Task<int>> program, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var assembly = program.Method.Module.Assembly;
        return ExecuteAsync(
            assembly.GetName().Name!, SdkDetection.Of(assembly.Location), address => HostedProgram.Start(program, ProgramEnvironment.Protocol(_facts, address)),
            timeout, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _callbacks.Dispose();
        await _server.DisposeAsync();
    }

    private async Task<Preview> ExecuteAsync(
        string name, string sdk, Func<string, IRunningProgram> start, TimeSpan timeout, CancellationToken cancellationToken)
    {
        await _server.StartAsync(cancellationToken);
        await using var program = start(_server.Address);
        var failure = new ProgramFailure(name, _facts.ProjectFolder, _log);
        var exitCode = await WatchAsync(program, failure, timeout, cancellationToken);
        var resources = LearnSecrets();
        failure.ThrowIfFailed(exitCode, _refusals, _activity);

        return new Preview
        {
            Project = _facts.Project,
            Stack = _facts.Stack,
            Sdk = sdk,
            ProjectFolder = _facts.ProjectFolder,
            Resources = resources,
            StackOutputs = resources.FirstOrDefault(resource => resource.Type == Urns.StackType)?.Outputs ?? PropertyDictionary.Empty,
            Diagnostics = _log.All(),
            Findings = Check(resources),
            Secrets = _secrets,
        };
    }

    private static IReadOnlyList<Finding> Check(IReadOnlyList<PreviewResource> resources) =>
        [.. resources.Where(resource => resource is { Custom: true, Read: false }).SelectMany(SchemaCheck.Of), .. UnseenCheck.Of(resources)];

    // From here on the log knows what it must not repeat.
    private IReadOnlyList<PreviewResource> LearnSecrets()
    {
        var resources = _registry.InTreeOrder();
        foreach (var resource in resources) _secrets.Add(resource);
        return resources;
    }

    private async Task<int> WatchAsync(IRunningProgram program, ProgramFailure failure, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waiting = program.WaitAsync(stop.Token);
        var interval = TimeSpan.FromMilliseconds(Math.Clamp(timeout.TotalMilliseconds / 20, 10, 250));
        while (await Task.WhenAny(waiting, Task.Delay(interval, cancellationToken)) != waiting)
        {
            if (cancellationToken.IsCancellationRequested) break;
            var idle = _activity.SinceLastHeard >= timeout;
            if (!idle && _activity.SinceStart < timeout * LongestRunInTimeouts) continue;

            program.Kill();
            var what = idle
                ? FormattableString.Invariant($"made no progress for {timeout.TotalSeconds:0.###} s")
                : FormattableString.Invariant($"was not done after {_activity.SinceStart.TotalSeconds:0} s");
            LearnSecrets();
            throw failure.Stopped(what, _activity.Describe(idle));
        }
        if (cancellationToken.IsCancellationRequested)
        {
            program.Kill();
            cancellationToken.ThrowIfCancellationRequested();
        }
        return await waiting;
    }
}

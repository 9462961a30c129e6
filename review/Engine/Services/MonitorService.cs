using Google.Protobuf.WellKnownTypes;
using Infra.Review.Engine.Functions;
using Infra.Review.Engine.Registration;
using Infra.Review.Model;
using Infra.Rpc;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;

namespace Infra.Review.Engine.Services;

/// <summary>Serves <c>ResourceMonitor</c>: what a program asks of the engine to make its resources.</summary>
public sealed class MonitorService(
    DeploymentFacts facts,
    Registrar registrar,
    Transforms transforms,
    Hooks hooks,
    FunctionCalls functions,
    DiagnosticLog log,
    ProgramActivity activity)
{
    private static readonly Task<Empty> Nothing = Task.FromResult(new Empty());

    // Yes only to what works here: hooks get no options, byte strings and state migrations are not read.
    private static readonly Dictionary<string, ResourceMonitorFeature> Features = new(StringComparer.Ordinal)
    {
        ["secrets"] = ResourceMonitorFeature.Secrets,
        ["resourceReferences"] = ResourceMonitorFeature.ResourceReferences,
        ["outputValues"] = ResourceMonitorFeature.OutputValues,
        ["aliasSpecs"] = ResourceMonitorFeature.AliasSpecs,
        ["replacementTrigger"] = ResourceMonitorFeature.ReplacementTrigger,
        ["deletedWith"] = ResourceMonitorFeature.DeletedWith,
        ["replaceWith"] = ResourceMonitorFeature.ReplaceWith,
        ["transforms"] = ResourceMonitorFeature.Transforms,
        ["invokeTransforms"] = ResourceMonitorFeature.InvokeTransforms,
        ["parameterization"] = ResourceMonitorFeature.Parameterization,
        ["resourceHooks"] = ResourceMonitorFeature.ResourceHooks,
        ["errorHooks"] = ResourceMonitorFeature.ErrorHooks,
    };

    public void MapTo(RpcServer server) => server
        .Map(ResourceMonitor.GetDeploymentInfo, (Empty _, CancellationToken _) => Task.FromResult(DescribeDeployment()))
        .Map(ResourceMonitor.SupportsFeature, (request, _) =>
            Task.FromResult(new SupportsFeatureResponse { HasSupport = Features.ContainsKey(request.Id) }))
        .Map(ResourceMonitor.RegisterResource, (request, cancellation) =>
            activity.WatchAsync(() => registrar.RegisterAsync(request, cancellation)))
        .Map(ResourceMonitor.ReadResource, (request, _) => activity.WatchAsync(() => Task.FromResult(registrar.Read(request))))
        .Map(ResourceMonitor.RegisterResourceOutputs, (request, _) => activity.WatchAsync(() =>
        {
            registrar.SetOutputs(request);
            return Nothing;
        }))
        .Map(ResourceMonitor.Invoke, (request, cancellation) =>
            activity.WatchAsync(() => functions.InvokeAsync(request, cancellation)))
        .Map(ResourceMonitor.Call, (request, _) => activity.WatchAsync(() => Task.FromResult(functions.Call(request))))
        .Map(ResourceMonitor.RegisterStackTransform, (callback, _) =>
        {
            transforms.AddToStack(callback);
            return Nothing;
        })
        .Map(ResourceMonitor.RegisterStackInvokeTransform, (callback, _) =>
        {
            transforms.AddToInvokes(callback);
            return Nothing;
        })
        .Map(ResourceMonitor.RegisterResourceHook, (hook, _) =>
        {
            hooks.Add(hook);
            return Nothing;
        })
        .Map(ResourceMonitor.RegisterErrorHook, (RegisterErrorHookRequest _, CancellationToken _) => Nothing)
        .Map(ResourceMonitor.RegisterPackage, (request, _) => Task.FromResult(Register(request)))
        .Map(ResourceMonitor.SignalAndWaitForShutdown, (Empty _, CancellationToken _) =>
        {
            activity.Finish();
            return Nothing;
        });

    private DeploymentInfo DescribeDeployment()
    {
        var info = new DeploymentInfo
        {
            Project = facts.Project,
            Stack = facts.Stack,
            Organization = DeploymentFacts.Organization,
            DryRun = true,
            Parallel = Programs.ProgramEnvironment.Parallelism,
        };
        info.Config.Add(facts.Config.ToDictionary());
        info.ConfigSecretKeys.Add(facts.ConfigSecretKeys);
        info.SupportedFeatures.Add(Features.Values);
        return info;
    }

    private RegisterPackageResponse Register(RegisterPackageRequest request)
    {
        log.Add(DiagnosticSeverity.Info, $"Package {request.Name} {request.Version} is parameterized; its resources are not checked against a schema.");
        return new RegisterPackageResponse { Ref = $"{request.Name}@{request.Version}" };
    }
}

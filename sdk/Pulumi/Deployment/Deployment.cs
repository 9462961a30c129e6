using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>One run of a program against an engine.</summary>
public sealed class Deployment
{
    private static readonly AsyncLocal<Deployment?> Ambient = new();

    private readonly ResourceRegistrar _registrar;

    internal Deployment(DeploymentSettings settings, IMonitor monitor, IEngine engine)
    {
        Settings = settings;
        Monitor = monitor;
        Logger = new(engine, Tasks);
        Configuration = StackConfiguration.FromEnvironment();
        Sources = new(settings.RootDirectory);
        Features = new(monitor);
        _registrar = new(this);
        Functions = new(this);
        Callbacks = new(this);
        PublicInstance = new(this);
    }

    /// <summary>The running deployment.</summary>
    /// <exception cref="InvalidOperationException">None is running in this flow of control.</exception>
    public static DeploymentInstance Instance => Required.PublicInstance;

    internal static Deployment? Current => Ambient.Value;

    internal static Deployment Required =>
        Ambient.Value ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal DeploymentSettings Settings { get; }

    internal IMonitor Monitor { get; }

    internal TaskTracker Tasks { get; } = new();

    internal FeatureSet Features { get; }

    internal StartGate Gate { get; } = new();

    internal DeploymentLogger Logger { get; }

    internal StackConfiguration Configuration { get; }

    internal SourceTree Sources { get; }

    internal FunctionCaller Functions { get; }

    internal CallbackServer Callbacks { get; }

    internal DeploymentInstance PublicInstance { get; }

    internal Stack? Stack { get; set; }

    public static Task<int> RunAsync(Action action) => EngineRun.RunAsync(ProgramForms.Of(action), null);

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => EngineRun.RunAsync(ProgramForms.Of(func), null);

    public static Task<int> RunAsync(Func<Task> func) => EngineRun.RunAsync(ProgramForms.Of(func), null);

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) =>
        EngineRun.RunAsync(func, options);

    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => EngineRun.RunAsync(ProgramForms.Construct<TStack>);

    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => EngineRun.RunAsync(() => ProgramForms.Construct<TStack>(serviceProvider));

    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => MockRun.OfStackAsync(mocks, options, ProgramForms.Construct<TStack>);

    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack => MockRun.OfStackAsync(mocks, options, () => ProgramForms.Construct<TStack>(serviceProvider));

    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources) =>
        MockRun.OfFunctionAsync(testMocks, testOptions, () =>
        {
            createResources();
            return Task.CompletedTask;
        });

    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources) =>
        MockRun.OfFunctionAsync(testMocks, testOptions, createResources);

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) =>
        MockRun.OfFunctionAsync(testMocks, testOptions, ProgramForms.Of(createResources));

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources) =>
        MockRun.OfFunctionAsync(testMocks, testOptions, createResources);

    /// <summary>Makes this deployment the one of the current flow of control.</summary>
    internal void Enter()
    {
        if (Ambient.Value is not null)
            throw new InvalidOperationException("Deployment.Instance should only be set once at the beginning of a 'Run' call.");
        Ambient.Value = this;
    }

    /// <summary>The stack, unless the resource is the stack.</summary>
    internal Stack? StackOf(Resource resource) => resource is Stack ? null : Stack;

    internal void Register(Resource resource, ResourceArgs args, ResourceOptions options, RegisterPackageRequest? package) =>
        Tasks.Add(_registrar.RunAsync(resource, args, options, package));

    internal void RegisterOutputs(Resource resource, Task<IDictionary<string, object?>> outputs) =>
        Tasks.Add(_registrar.RegisterOutputsAsync(resource, outputs));

    internal sealed class InvokeException(string message) : Exception(message);
}

using System.Collections.Concurrent;
using Google.Protobuf;
using Infra.Rpc;
using Infra.Rpc.Messages;
using HooksBinding = Infra.Rpc.Messages.RegisterResourceRequest.Types.ResourceHooksBinding;

namespace Pulumi;

/// <summary>Serves the transforms and hooks of the program to the engine; it starts with the first of them.</summary>
internal sealed class CallbackServer : IAsyncDisposable
{
    private readonly Deployment _deployment;
    private readonly ConcurrentDictionary<string, Func<ByteString, CancellationToken, Task<IMessage>>> _callbacks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<object, Lazy<Task>> _hooks = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<Task<RpcServer>> _server;

    public CallbackServer(Deployment deployment)
    {
        _deployment = deployment;
        _server = new(StartAsync);
    }

    public void Register(ResourceHook hook) => _deployment.Tasks.Add(RegisterOnceAsync(hook));

    public void Register(ErrorHook hook) => _deployment.Tasks.Add(RegisterOnceAsync(hook));

    public Task<Callback[]> RegisterTransformsAsync(IReadOnlyList<ResourceTransform> transforms) =>
        transforms.Count == 0 ? Task.FromResult<Callback[]>([]) : RegisterAllAsync(transforms);

    public Task<HooksBinding> RegisterHooksAsync(ResourceHookBinding? hooks) =>
        hooks is null ? Task.FromResult(new HooksBinding()) : RegisterAllAsync(hooks);

    public async Task RegisterInvokeTransformAsync(InvokeTransform transform)
    {
        await _deployment.Features.RequireAsync("invokeTransforms", "invoke transforms").ConfigureAwait(false);
        var callback = await AddAsync(InvokeTransformCallback.Of(transform)).ConfigureAwait(false);
        await _deployment.Monitor.RegisterStackInvokeTransformAsync(callback).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_server.IsValueCreated) return;
        var server = await _server.Value.ConfigureAwait(false);
        await server.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<Callback[]> RegisterAllAsync(IReadOnlyList<ResourceTransform> transforms)
    {
        await _deployment.Features.RequireAsync("transforms", "transforms").ConfigureAwait(false);
        var callbacks = new Callback[transforms.Count];
        for (var i = 0; i < callbacks.Length; i++)
            callbacks[i] = await AddAsync(ResourceTransformCallback.Of(transforms[i], RegisterHooksAsync)).ConfigureAwait(false);
        return callbacks;
    }

    private async Task<HooksBinding> RegisterAllAsync(ResourceHookBinding hooks)
    {
        // A binding may name a hook that was made elsewhere in the program.
        await Task.WhenAll(_hooks.Values.Select(hook => hook.Value)).ConfigureAwait(false);
        return new HooksBinding
        {
            BeforeCreate = { await RegisterAsync(hooks.BeforeCreate).ConfigureAwait(false) },
            AfterCreate = { await RegisterAsync(hooks.AfterCreate).ConfigureAwait(false) },
            BeforeUpdate = { await RegisterAsync(hooks.BeforeUpdate).ConfigureAwait(false) },
            AfterUpdate = { await RegisterAsync(hooks.AfterUpdate).ConfigureAwait(false) },
            BeforeDelete = { await RegisterAsync(hooks.BeforeDelete).ConfigureAwait(false) },
            AfterDelete = { await RegisterAsync(hooks.AfterDelete).ConfigureAwait(false) },
            OnError = { await RegisterAsync(hooks.OnError).ConfigureAwait(false) },
        };
    }

    private async Task<IEnumerable<string>> RegisterAsync(List<ResourceHook> hooks)
    {
        foreach (var hook in hooks) await RegisterOnceAsync(hook).ConfigureAwait(false);
        return hooks.Select(hook => hook.Name);
    }

    private async Task<IEnumerable<string>> RegisterAsync(List<ErrorHook> hooks)
    {
        foreach (var hook in hooks) await RegisterOnceAsync(hook).ConfigureAwait(false);
        return hooks.Select(hook => hook.Name);
    }

    // A hook may outlive a deployment: each of them makes it known anew.
    private Task RegisterOnceAsync(ResourceHook hook) =>
        hook.Registered ?? _hooks.GetOrAdd(hook, _ => new Lazy<Task>(() => RegisterAsync(hook))).Value;

    private Task RegisterOnceAsync(ErrorHook hook) =>
        hook.Registered ?? _hooks.GetOrAdd(hook, _ => new Lazy<Task>(() => RegisterAsync(hook))).Value;

    private async Task RegisterAsync(ResourceHook hook)
    {
        await _deployment.Features.RequireAsync("resourceHooks", "resource hooks").ConfigureAwait(false);
        await _deployment.Monitor.RegisterResourceHookAsync(new RegisterResourceHookRequest
        {
            Name = hook.Name,
            Callback = await AddAsync(HookCallback.Of(hook)).ConfigureAwait(false),
            OnDryRun = hook.Options.OnDryRun ?? false,
            IgnoreErrors = hook.Options.IgnoreErrors ?? false,
        }).ConfigureAwait(false);
    }

    private async Task RegisterAsync(ErrorHook hook)
    {
        await _deployment.Features.RequireAsync("errorHooks", "error hooks").ConfigureAwait(false);
        await _deployment.Monitor.RegisterErrorHookAsync(new RegisterErrorHookRequest
        {
            Name = hook.Name,
            Callback = await AddAsync(HookCallback.Of(hook)).ConfigureAwait(false),
        }).ConfigureAwait(false);
    }

    private async Task<Callback> AddAsync(Func<ByteString, CancellationToken, Task<IMessage>> callback)
    {
        var context = ExecutionContext.Capture();
        var server = await _server.Value.ConfigureAwait(false);
        var token = Guid.NewGuid().ToString();
        _callbacks[token] = context is null ? callback : (request, cancellationToken) => RunIn(context, () => callback(request, cancellationToken));
        return new Callback { Target = server.Address, Token = token };
    }

    // The server's threads know nothing of the program; its callbacks find the deployment, and whatever else is local to its flow of control.
    private static Task<IMessage> RunIn(ExecutionContext context, Func<Task<IMessage>> callback)
    {
        Task<IMessage>? running = null;
        ExecutionContext.Run(context, _ => running = callback(), null);
        return running!;
    }

    private async Task<RpcServer> StartAsync()
    {
        var server = new RpcServer();
        server.Map(Infra.Rpc.Protocol.Callbacks.Invoke, InvokeAsync);
        await server.StartAsync().ConfigureAwait(false);
        return server;
    }

    private async Task<CallbackInvokeResponse> InvokeAsync(CallbackInvokeRequest request, CancellationToken cancellationToken)
    {
        if (!_callbacks.TryGetValue(request.Token, out var callback))
            throw new RpcException(RpcStatus.NotFound, $"There is no callback {request.Token}.");
        try
        {
            var response = await callback(request.Request, cancellationToken).ConfigureAwait(false);
            return new CallbackInvokeResponse { Response = response.ToByteString() };
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw new RpcException(RpcStatus.Unknown, exception.Message, exception);
        }
    }
}

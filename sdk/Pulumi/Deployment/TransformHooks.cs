using HooksBinding = Infra.Rpc.Messages.RegisterResourceRequest.Types.ResourceHooksBinding;

namespace Pulumi;

/// <summary>The hooks of a resource as transforms see them: the engine knows them already and names them.</summary>
internal static class TransformHooks
{
    public static ResourceHookBinding Read(HooksBinding given) => new()
    {
        BeforeCreate = Named(given.BeforeCreate),
        AfterCreate = Named(given.AfterCreate),
        BeforeUpdate = Named(given.BeforeUpdate),
        AfterUpdate = Named(given.AfterUpdate),
        BeforeDelete = Named(given.BeforeDelete),
        AfterDelete = Named(given.AfterDelete),
        OnError = [.. given.OnError.Select(name => new KnownErrorHook(name))],
    };

    private static List<ResourceHook> Named(IEnumerable<string> names) => [.. names.Select(name => new KnownHook(name))];

    private static InvalidOperationException NotHere(string name) => new($"The hook '{name}' is run by the engine; here only its name is known.");

    private sealed class KnownHook(string name) : ResourceHook(name, (_, _) => throw NotHere(name), new ResourceHookOptions(), Task.CompletedTask);

    private sealed class KnownErrorHook(string name) : ErrorHook(name, (_, _) => throw NotHere(name), Task.CompletedTask);
}

using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Pulumi;

/// <summary>Brings the forms in which a program can be given into one.</summary>
internal static class ProgramForms
{
    private static readonly IDictionary<string, object?> NoOutputs = ImmutableDictionary<string, object?>.Empty;

    public static Func<Task<IDictionary<string, object?>>> Of(Action action) => Of(() =>
    {
        action();
        return NoOutputs;
    });

    public static Func<Task<IDictionary<string, object?>>> Of(Func<IDictionary<string, object?>> func) => () => Task.FromResult(func());

    public static Func<Task<IDictionary<string, object?>>> Of(Func<Task> func) => async () =>
    {
        await func().ConfigureAwait(false);
        return NoOutputs;
    };

    public static Stack Construct<TStack>()
        where TStack : Stack, new()
    {
        try
        {
            return new TStack();
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    public static Stack Construct<TStack>(IServiceProvider services)
        where TStack : Stack =>
        services.GetService(typeof(TStack)) as TStack
        ?? throw new InvalidOperationException($"The service provider has no {typeof(TStack).FullName}; register it there.");
}

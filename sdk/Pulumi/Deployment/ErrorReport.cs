using System.Reflection;

namespace Pulumi;

/// <summary>The texts under which the errors of a run are shown.</summary>
internal static class ErrorReport
{
    /// <summary>Without those that only follow from others, unless consequences are asked for.</summary>
    public static IEnumerable<Exception> Select(IReadOnlyList<Exception> errors, bool withConsequences) =>
        withConsequences ? errors : errors.Where(error => !CausesOf(error).Any(cause => errors.Contains(cause, ReferenceEqualityComparer.Instance)));

    public static string Describe(Exception error) => error switch
    {
        RunException => error.Message,
        ResourceException { HideStack: true } => error.Message,
        ResourceException => WithStack(error),
        _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{WithCauses(error)}",
    };

    /// <summary>The resource that an error is about, if it got as far as to have a URN.</summary>
    public static Resource? ResourceOf(Exception error) =>
        error is ResourceException { Resource: { Completion.Task.IsCompletedSuccessfully: true } resource } ? resource : null;

    // What fails within a static initializer, say, is told by the cause alone. What the SDK itself throws has its cause in its message.
    private static string WithCauses(Exception error) =>
        string.Join("\n ---> ", (IsOwn(error) ? [] : CausesOf(error)).Prepend(error).Select(WithStack));

    private static bool IsOwn(Exception error) => error is Grpc.Core.RpcException || error.Source == typeof(ErrorReport).Assembly.GetName().Name;

    private static string WithStack(Exception error) => $"{error.GetType().FullName}: {error.Message}\n{error.StackTrace}".TrimEnd();

    private static IEnumerable<Exception> CausesOf(Exception error)
    {
        for (var cause = error.InnerException; cause is not null; cause = cause.InnerException) yield return cause;
    }
}

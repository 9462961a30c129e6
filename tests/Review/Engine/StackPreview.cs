using System.Collections.Concurrent;
using Infra.Tests.Testing;

namespace Infra.Tests.Review.Engine;

/// <summary>What <c>infra preview</c> says of a committed stack, as JSON.</summary>
internal static class StackPreview
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<CommandResult>>> Results = new(StringComparer.Ordinal);

    /// <summary>One run per stack, for all tests.</summary>
    public static Task<CommandResult> OfAsync(string stack) => Results.GetOrAdd(stack, name => new(() => RunAsync(name))).Value;

    /// <summary>A run of its own, with the startup profile of an earlier one as a user has it.</summary>
    public static Task<CommandResult> AgainAsync(string stack) =>
        InfraCommand.RunInShellAsync(Repository.Root, "unset INFRA_STARTUP_PROFILE; exec \"$@\"", Arguments(stack));

    private static Task<CommandResult> RunAsync(string stack) => InfraCommand.RunAsync(Repository.Root, Arguments(stack));

    private static string[] Arguments(string stack) => ["preview", stack, "--format", "json"];
}

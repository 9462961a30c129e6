using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Sdk.Contract;

/// <summary>Runs a program under mocks, as a preview or as an update.</summary>
internal static class TestRun
{
    public static Task<ImmutableArray<Resource>> PreviewAsync(Action program, IMocks? mocks = null) =>
        Deployment.TestAsync(mocks ?? new RecordingMocks(), new TestOptions { IsPreview = true }, program);

    public static Task<ImmutableArray<Resource>> PreviewAsync(Func<Task> program, IMocks? mocks = null) =>
        Deployment.TestAsync(mocks ?? new RecordingMocks(), new TestOptions { IsPreview = true }, program);

    public static Task<ImmutableArray<Resource>> UpdateAsync(Action program, IMocks? mocks = null) =>
        Deployment.TestAsync(mocks ?? new RecordingMocks(), new TestOptions { IsPreview = false }, program);

    public static Task<ImmutableArray<Resource>> UpdateAsync(Func<Task> program, IMocks? mocks = null) =>
        Deployment.TestAsync(mocks ?? new RecordingMocks(), new TestOptions { IsPreview = false }, program);

    /// <summary>All messages of a run that must fail, whatever kind of exception carries them.</summary>
    public static async Task<IReadOnlyList<string>> FailureOfAsync(Func<Task> run) => await Record.ExceptionAsync(run) switch
    {
        AggregateException several => [.. several.InnerExceptions.Select(MessageOfRunException)],
        { } one => [MessageOfRunException(one)],
        null => throw new InvalidOperationException("The run did not fail."),
    };

    private static string MessageOfRunException(Exception exception) => exception.ShouldBeAssignableTo<RunException>()!.Message;
}

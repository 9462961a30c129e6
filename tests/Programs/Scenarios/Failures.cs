using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.S3;

namespace Infra.Tests.Scenarios;

/// <summary>What programs do wrong.</summary>
internal static class Failures
{
    private const int PrintedLines = 40_000;

    public static Task<IDictionary<string, object?>> Throw()
    {
        _ = new Bucket("before");
        throw new InvalidOperationException("The moon is full.");
    }

    public static Task<IDictionary<string, object?>> RefuseConfiguration() =>
        throw new RunException("Configuration of stack 'dev' has a problem:\n- scenarios:size is huge; allowed is small.");

    public static Task<IDictionary<string, object?>> AskForTheMissing()
    {
        _ = new Config("other").Require("key");
        return Nothing();
    }

    public static Task<IDictionary<string, object?>> AskForRegion()
    {
        _ = new Config("aws").Require("region");
        return Nothing();
    }

    public static async Task<IDictionary<string, object?>> NeverEndAsync()
    {
        _ = new Bucket("last");
        await File.WriteAllTextAsync("pid.unfinished", FormattableString.Invariant($"{Environment.ProcessId}"));
        File.Move("pid.unfinished", "pid");
        await Task.Delay(Timeout.Infinite);
        return ImmutableDictionary<string, object?>.Empty;
    }

    public static Task<IDictionary<string, object?>> Crash()
    {
        for (var index = 0; index < 5_000; index++) Console.WriteLine(FormattableString.Invariant($"step {index}"));
        Environment.FailFast("The floor is gone.");
        return Nothing();
    }

    public static async Task<IDictionary<string, object?>> PrintAsync()
    {
        var line = new string('x', 60);
        for (var index = 0; index < PrintedLines; index++)
        {
            await Console.Out.WriteLineAsync(FormattableString.Invariant($"{line} out {index}"));
            await Console.Error.WriteLineAsync(FormattableString.Invariant($"{line} err {index}"));
        }
        await Console.Out.WriteLineAsync(new string('y', 2_000_000));
        return await Nothing();
    }

    public static Task<IDictionary<string, object?>> RegisterTwice()
    {
        _ = new Bucket("same");
        _ = new Bucket("same");
        return Nothing();
    }

    public static async Task<IDictionary<string, object?>> AskForTheUnknownAsync()
    {
        await Deployment.Instance.InvokeAsync<ImmutableDictionary<string, object>>("aws:moon/getPhase:getPhase", InvokeArgs.Empty);
        return await Nothing();
    }

    private static Task<IDictionary<string, object?>> Nothing() => Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
}

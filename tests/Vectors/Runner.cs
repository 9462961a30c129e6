using System;
using System.Reflection;
using System.Threading.Tasks;

namespace Vectors;

/// <summary>
/// With the variable SCENARIO runs that one scenario as an ordinary program. Without it runs many, one after the other:
/// each line of the standard input is <c>scenario address dryRun</c>, and each is answered by a line <c>&lt;exit&gt; code</c>.
/// </summary>
internal static class Runner
{
    private static async Task<int> Main()
    {
        if (Environment.GetEnvironmentVariable("SCENARIO") is not null)
            return await (Task<int>)typeof(Program).GetMethod("Main", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, null)!;

        while (await Console.In.ReadLineAsync() is { } line)
        {
            var exitCode = await RunAsync(line.Split(' '));
            Console.WriteLine($"<exit> {exitCode}");
        }
        return 0;
    }

    private static async Task<int> RunAsync(string[] order)
    {
        Environment.SetEnvironmentVariable("PULUMI_MONITOR", order[1]);
        Environment.SetEnvironmentVariable("PULUMI_ENGINE", order[1]);
        Environment.SetEnvironmentVariable("PULUMI_DRY_RUN", order[2]);
        try
        {
            var scenario = Type.GetType($"Vectors.Scenarios.{order[0]}", throwOnError: true)!;
            return await (Task<int>)scenario.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!;
        }
        catch (Exception exception)
        {
            // An ordinary program would be ended by the runtime here, with this code and this text.
            await Console.Error.WriteLineAsync($"Unhandled exception. {exception}");
            return 134;
        }
    }
}

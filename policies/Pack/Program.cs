namespace Infra.Policies.Pack;

internal static class Program
{
    private const int WrongUsage = 2;

    /// <summary>Pulumi starts a policy pack with flags of its own and, last, the engine's address; it reads the port from the first line of stdout.</summary>
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [.., { Length: > 0 } engine] || engine.StartsWith('-'))
        {
            await Console.Error.WriteLineAsync(
                "This is a policy pack, and it was started without the address of an engine. "
                + "Pulumi starts it: pulumi preview --policy-pack <absolute path of this program>.");
            return WrongUsage;
        }

        using var end = new CancellationTokenSource();
        Console.CancelKeyPress += (_, interrupt) =>
        {
            interrupt.Cancel = true;
            end.Cancel();
        };
        return await PackServer.RunAsync(engine, Console.Out, end);
    }
}

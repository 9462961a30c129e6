namespace Infra.Sdk.Generator;

internal static class UserMistakes
{
    public const int ExitCode = 2;

    /// <summary>Runs a command; a mistake of its user becomes a text on stderr and exit code 2.</summary>
    public static int Report(Action command)
    {
        try
        {
            command();
            return 0;
        }
        catch (Exception e) when (e is GeneratorException or InvalidDataException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode;
        }
    }
}

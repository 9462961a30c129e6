namespace Infra.Review.Model;

/// <summary>A failure that the user can mend: its message is all that is shown, on stderr, and the command ends with the code.</summary>
public class UserException(ExitCode code, string message) : Exception(message)
{
    public ExitCode Code { get; } = code;
}

namespace Pulumi;

/// <summary>A program that cannot go on, for a reason its author knows: the message is shown as it is, without a stack trace.</summary>
public class RunException : Exception
{
    public RunException(string message)
        : base(message)
    {
    }

    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

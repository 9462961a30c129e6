namespace Infra.Sdk.Generator;

/// <summary>A mistake of whoever runs the command; the message is all that they need.</summary>
public sealed class GeneratorException : Exception
{
    public GeneratorException(string message)
        : base(message)
    {
    }

    public GeneratorException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

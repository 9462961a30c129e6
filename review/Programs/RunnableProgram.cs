namespace Infra.Review.Programs;

/// <summary>A program that only has to be started.</summary>
public sealed record RunnableProgram
{
    /// <summary>As errors show it: the path relative to the project's folder.</summary>
    public required string Name { get; init; }

    public required string Executable { get; init; }
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Absolute; the folder of the program, where its relative paths begin.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary><c>embedded</c>, <c>official</c> or <c>nodejs</c>.</summary>
    public required string Sdk { get; init; }

    /// <summary>Arguments that hold the engine's address, which is not known before the start.</summary>
    public Func<string, IReadOnlyList<string>>? ArgumentsFor { get; init; }
}

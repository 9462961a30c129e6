using Infra.Review.Model;

namespace Infra.Review.Engine;

/// <summary>The program ran, and found its configuration wrong.</summary>
/// <param name="errors">What it says, each a text or a heading with a list.</param>
/// <param name="warnings">What else it said, with a line break before it; or empty.</param>
public sealed class ProgramRefusedConfiguration(IReadOnlyList<string> errors, string warnings)
    : UserException(ExitCode.Configuration, string.Join("\n\n", errors) + warnings)
{
    public IReadOnlyList<string> Errors { get; } = errors;
    public string Warnings { get; } = warnings;
}

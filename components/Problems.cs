using Pulumi;

namespace Infra.Components;

/// <summary>Collects everything that is wrong with one component, so that its user reads it all at once.</summary>
public sealed class Problems
{
    private readonly string _subject;
    private readonly List<string> _found = [];

    /// <param name="kind">The component's class, for example <c>Network</c>.</param>
    /// <param name="name">The component's name in the program.</param>
    public Problems(string kind, string name) => _subject = $"{kind} '{name}'";

    public Problems Unless(bool holds, string problem) => holds ? this : Add(problem);

    public Problems Add(params IEnumerable<string> problems)
    {
        _found.AddRange(problems);
        return this;
    }

    /// <exception cref="RunException">There is at least one problem; its text holds all of them.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count > 0)
            throw new RunException($"{_subject} cannot be built:{string.Concat(_found.Select(problem => $"\n  - {problem}"))}");
    }
}

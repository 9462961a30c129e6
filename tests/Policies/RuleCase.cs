using Infra.Policies;

namespace Infra.Tests.Policies;

/// <summary>One program and what one rule says of it; a property, if given, is the one that the finding must name.</summary>
internal sealed record RuleCase(string Rule, Verdict Expected, string Name, SampleProgram Program, string? Property = null)
{
    public static RuleCase Passes(string rule, string name, SampleProgram program) => new(rule, Verdict.Pass, name, program);

    public static RuleCase Fails(string rule, string name, SampleProgram program, string? property = null) =>
        new(rule, Verdict.Fail, name, program, property);

    public static RuleCase IsOpen(string rule, string name, SampleProgram program, string? property = null) =>
        new(rule, Verdict.Undetermined, name, program, property);

    /// <summary>The same judged for one resource with these properties in each case.</summary>
    public static IEnumerable<RuleCase> Of(string rule, string type, params (Verdict Expected, string Name, string Json)[] cases) =>
        cases.Select(entry => new RuleCase(rule, entry.Expected, entry.Name, new SampleProgram().Add(type, "it", entry.Json)));

    public override string ToString() => $"{Rule} {Expected}: {Name}";
}

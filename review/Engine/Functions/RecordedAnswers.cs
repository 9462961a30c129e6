using Infra.Review.Model;
using Infra.Review.Project;
using YamlDotNet.RepresentationModel;

namespace Infra.Review.Engine.Functions;

/// <summary>
/// What a repository knows of the world that the engine cannot: results of provider functions and outputs of other stacks,
/// in one file beside Pulumi.yaml.
/// </summary>
public sealed class RecordedAnswers
{
    public const string FileName = "infra.answers.yaml";

    private readonly List<(string Token, PropertyDictionary Arguments, PropertyDictionary Result)> _functions = [];
    private readonly Dictionary<string, PropertyDictionary> _stacks = new(StringComparer.Ordinal);

    private RecordedAnswers() { }

    /// <exception cref="UserException">The file is wrong.</exception>
    public static RecordedAnswers Read(string projectFolder)
    {
        var answers = new RecordedAnswers();
        var path = Path.Combine(projectFolder, FileName);
        if (!File.Exists(path)) return answers;

        var file = YamlFile.Read(path);
        var problems = new Problems();
        foreach (var entry in file.Entries)
            switch (entry)
            {
                case { Key: "functions", Value: YamlSequenceNode list }:
                    foreach (var item in list) answers.AddFunction(file, item, problems);
                    break;
                case { Key: "stackReferences", Value: YamlMappingNode stacks }:
                    foreach (var stack in file.EntriesOf(stacks)) answers.AddStack(stack, problems);
                    break;
                default:
                    problems.Add(entry.Place, $"'{entry.Key}' is {YamlFile.Describe(entry.Value)}; "
                        + "expected 'functions', a list, or 'stackReferences', a mapping");
                    break;
            }
        problems.ThrowIfAny($"{FileName} is wrong");
        return answers;
    }

    /// <summary>The first answer whose token is this and whose arguments are all among these.</summary>
    public PropertyDictionary? Find(string token, PropertyDictionary arguments)
    {
        foreach (var (known, wanted, result) in _functions)
            if (known == token && wanted.All(pair => arguments.TryGetValue(pair.Key, out var value) && value.Equals(pair.Value)))
                return result;
        return null;
    }

    public PropertyDictionary? OutputsOfStack(string name) => _stacks.GetValueOrDefault(name);

    private void AddFunction(YamlFile file, YamlNode node, Problems problems)
    {
        var entries = node is YamlMappingNode mapping ? file.EntriesOf(mapping).ToArray() : [];
        var token = entries.FirstOrDefault(entry => entry.Key == "token")?.Text;
        var result = entries.FirstOrDefault(entry => entry.Key == "result");
        var arguments = entries.FirstOrDefault(entry => entry.Key == "args");
        if (token is null || result?.Value is not YamlMappingNode || (arguments is not null && arguments.Value is not YamlMappingNode))
        {
            problems.Add(file.PlaceOf(node), "an answer has a 'token' (text), optional 'args' (mapping: what the call must hold) and a 'result' (mapping)");
            return;
        }
        foreach (var unknown in entries.Where(entry => entry.Key is not ("token" or "args" or "result")))
            problems.Add(unknown.Place, $"an answer has no '{unknown.Key}'; known are token, args, result");
        _functions.Add((token, arguments is null ? PropertyDictionary.Empty : Entries(arguments.Value), Entries(result.Value)));
    }

    private void AddStack(YamlEntry stack, Problems problems)
    {
        if (stack.Value is YamlMappingNode) _stacks[stack.Key] = Entries(stack.Value);
        else problems.Add(stack.Place, $"the outputs of stack '{stack.Key}' are {YamlFile.Describe(stack.Value)}; expected a mapping of names to values");
    }

    private static PropertyDictionary Entries(YamlNode node) => ((PropertyValue.Map)YamlScalars.Read(node)).Entries;
}

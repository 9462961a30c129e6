using Infra.Review.Engine;
using Infra.Review.Engine.Functions;
using Infra.Review.Engine.Registration;
using Infra.Review.Model;
using Infra.Review.Secrets;

namespace Infra.Tests.Review.Functions;

/// <summary>Calls of built-in functions as the engine makes them, in a stack with a region.</summary>
public sealed class Calls(string region = "eu-central-1")
{
    private readonly DiagnosticLog _log = new(new SecretTexts([]), progress: null);

    public IReadOnlyList<string> Said => [.. _log.All().Select(diagnostic => diagnostic.Message)];

    public PropertyDictionary? TryAnswer(string token, params IEnumerable<(string Name, PropertyValue Value)> arguments)
    {
        var regions = new Regions(Facts(region), new ResourceRegistry(), _log);
        return BuiltInFunctions.Answer(new FunctionCall(token, Entries(arguments), regions, ProviderUrn: null, _log));
    }

    public PropertyDictionary Answer(string token, params IEnumerable<(string Name, PropertyValue Value)> arguments) =>
        TryAnswer(token, arguments).ShouldNotBeNull();

    public static DeploymentFacts Facts(string region) => new()
    {
        Project = "shop",
        Stack = "test",
        ProjectFolder = Path.GetTempPath(),
        Config = new Dictionary<string, string> { ["aws:region"] = region },
        ConfigSecretKeys = [],
        Unknowns = false,
    };

    public static PropertyValue Text(string value) => new PropertyValue.Text(value);

    public static PropertyValue Texts(params IEnumerable<string> values) => new PropertyValue.List([.. values.Select(Text)]);

    public static PropertyValue Map(params IEnumerable<(string Name, PropertyValue Value)> entries) => new PropertyValue.Map(Entries(entries));

    public static PropertyValue List(params IReadOnlyList<PropertyValue> items) => new PropertyValue.List(items);

    public static PropertyValue Filter(string name, params IEnumerable<string> values) => Map(("name", Text(name)), ("values", Texts(values)));

    private static PropertyDictionary Entries(IEnumerable<(string Name, PropertyValue Value)> entries) =>
        PropertyDictionary.Of(entries.Select(entry => KeyValuePair.Create(entry.Name, entry.Value)));
}

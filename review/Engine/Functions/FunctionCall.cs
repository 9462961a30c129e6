using Infra.Review.Engine.Registration;
using Infra.Review.Model;

namespace Infra.Review.Engine.Functions;

/// <summary>One call of a provider function, with what an answer may depend on.</summary>
public sealed record FunctionCall(string Token, PropertyDictionary Arguments, Regions Regions, string? ProviderUrn, DeploymentFacts Facts)
{
    public string Region => Regions.Of(Arguments, ProviderUrn);

    /// <exception cref="FunctionException">The argument is missing or no text.</exception>
    public string RequiredText(string name) =>
        Text(name) ?? throw new FunctionException(name, $"{name} is required and must be a text");

    public string? Text(string name) => Find(name) is PropertyValue.Text text ? text.Value : null;

    public bool? Flag(string name) => Find(name) is PropertyValue.Bool flag ? flag.Value : null;

    public IReadOnlyList<PropertyValue> Items(string name) => Find(name) is PropertyValue.List list ? list.Items : [];

    public IReadOnlyList<string> Texts(string name) => [.. Items(name).OfType<PropertyValue.Text>().Select(text => text.Value)];

    private PropertyValue? Find(string name) =>
        Arguments.TryGetValue(name, out var value) ? value is PropertyValue.Secret secret ? secret.Plain : value : null;
}

/// <summary>The function refuses its arguments, as the real one would.</summary>
public sealed class FunctionException(string? property, string message) : Exception(message)
{
    public string? Property { get; } = property;
}

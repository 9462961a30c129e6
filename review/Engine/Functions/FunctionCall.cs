using Infra.Review.Engine.Registration;
using Infra.Review.Engine.Synthesis;
using Infra.Review.Model;

namespace Infra.Review.Engine.Functions;

/// <summary>One call of a provider function, with what an answer may depend on.</summary>
public sealed record FunctionCall(string Token, PropertyDictionary Arguments, Regions Regions, string? ProviderUrn, DiagnosticLog Log)
{
    public string Region => Regions.Of(Arguments, ProviderUrn);

    public AwsPlace Place => new(Region, Regions.Account);

    /// <exception cref="FunctionException">The argument is missing or no text.</exception>
    public string RequiredText(string name) =>
        Text(name) ?? throw new FunctionException(name, $"{name} is required and must be a text");

    public string? Text(string name) => Find(name) is PropertyValue.Text text ? text.Value : null;

    public bool? Flag(string name) => Find(name) is PropertyValue.Bool flag ? flag.Value : null;

    public IReadOnlyList<PropertyValue> Items(string name) => Find(name) is PropertyValue.List list ? list.Items : [];

    /// <summary>The items as texts; providers take 3 for '3' and true for 'true'.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. Items(name).Where(item => item is PropertyValue.Text or PropertyValue.Number or PropertyValue.Bool).Select(item => item.ToString())];

    /// <summary>The <c>filters</c> that AWS's list functions take: a value of each must match.</summary>
    public IReadOnlyList<FunctionFilter> Filters =>
        [.. Items("filters").OfType<PropertyValue.Map>().Select(filter => FunctionFilter.Read(this with { Arguments = filter.Entries }))];

    /// <summary>The arguments as part of the result, where functions give them back, with what was found.</summary>
    public PropertyDictionary With(params IEnumerable<(string Name, PropertyValue Value)> found) =>
        Arguments.OverlaidBy(PropertyDictionary.Of(found.Select(entry => KeyValuePair.Create(entry.Name, entry.Value))));

    private PropertyValue? Find(string name) => Arguments.GetValueOrDefault(name);
}

public sealed record FunctionFilter(string Name, IReadOnlyList<string> Values)
{
    public static FunctionFilter Read(FunctionCall filter) => new(filter.RequiredText("name"), filter.Texts("values"));
}

/// <summary>The function refuses its arguments, as the real one would.</summary>
public sealed class FunctionException(string? property, string message) : Exception(message)
{
    public string? Property { get; } = property;
}

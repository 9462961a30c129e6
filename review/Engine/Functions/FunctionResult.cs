using Infra.Review.Model;

namespace Infra.Review.Engine.Functions;

/// <summary>Plain values as parts of what a function, or a provider, answers.</summary>
public static class FunctionResult
{
    public static PropertyValue Of(string value) => new PropertyValue.Text(value);

    public static PropertyValue Of(bool value) => PropertyValue.Bool.Of(value);

    public static PropertyValue Of(int value) => new PropertyValue.Number(value);

    public static PropertyValue Of(IEnumerable<string> values) => new PropertyValue.List([.. values.Select(Of)]);

    public static PropertyValue Of(params IEnumerable<(string Name, string Value)> entries) =>
        new PropertyValue.Map(PropertyDictionary.Of(entries.Select(entry => KeyValuePair.Create(entry.Name, Of(entry.Value)))));

    public static PropertyValue Of(params IEnumerable<(string Name, PropertyValue Value)> entries) =>
        new PropertyValue.Map(PropertyDictionary.Of(entries.Select(entry => KeyValuePair.Create(entry.Name, entry.Value))));

    public static PropertyValue Items(params IReadOnlyList<PropertyValue> items) => new PropertyValue.List(items);
}

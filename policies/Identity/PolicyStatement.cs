using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Infra.Policies.Identity;

/// <summary>One statement of a policy document, written as JSON text or as an object.</summary>
internal sealed record PolicyStatement(PropertyValue Written)
{
    public bool IsAllow => Written["Effect"].Text == "Allow";
    public IEnumerable<string> Actions => Texts(Written["Action"]);
    public IEnumerable<string> Resources => Texts(Written["Resource"]);

    /// <summary>Who may use it, as pairs of a kind (AWS, Service, Federated) and a name; <c>*</c> alone is of kind AWS.</summary>
    public IEnumerable<(string Kind, string Name)> Principals => Written["Principal"] switch
    {
        { IsObject: true } kinds => kinds.Members.SelectMany(kind => Texts(kind.Value).Select(name => (kind.Name, name))),
        var plain => Texts(plain).Select(name => ("AWS", name)),
    };

    /// <summary>The values of every condition key, whatever the operator.</summary>
    public IEnumerable<(string Key, string Value)> Conditions => Written["Condition"].Members
        .SelectMany(test => test.Value.Members).SelectMany(key => Texts(key.Value).Select(value => (key.Name, value)));

    /// <summary>The statements of a document; null if it is not one.</summary>
    public static IReadOnlyList<PolicyStatement>? Of(PropertyValue document)
    {
        if ((document.IsObject ? document : Parse(document)) is not { IsObject: true } parsed) return null;
        var statements = parsed["Statement"];
        return [.. (statements.IsList ? statements.Items : [statements]).Where(each => each.IsObject).Select(each => new PolicyStatement(each))];
    }

    private static PropertyValue? Parse(PropertyValue document)
    {
        try
        {
            return PropertyValue.Of(Value.ForStruct(Struct.Parser.ParseJson(document.Text ?? "")), document.Path, document.IsSecret);
        }
        catch (Exception exception) when (exception is InvalidJsonException or InvalidProtocolBufferException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Texts(PropertyValue value) =>
        (value.IsList ? value.Items : [value]).Select(item => item.Text).OfType<string>();
}

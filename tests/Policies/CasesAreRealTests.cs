using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Messages;
using Infra.Sdk.Schema;

namespace Infra.Tests.Policies;

public sealed class CasesAreRealTests
{
    [Fact]
    public void Every_case_is_made_of_properties_that_the_provider_has()
    {
        var fictions = RuleCases.All.SelectMany(each => each.Program.Resources().SelectMany(Fictions).Select(fiction => $"{each}: {fiction}"));

        fictions.ShouldBeEmpty();
    }

    private static IEnumerable<string> Fictions(AnalyzerResource resource)
    {
        if (ProviderSchema.Find(resource.Type.Split(':')[0]) is not { } schema || schema.Resource(resource.Type) is not { } type) return [];
        return resource.Properties.Fields.Where(property => property.Key != "id").SelectMany(property =>
            (type.Inputs.GetValueOrDefault(property.Key) ?? type.Outputs.GetValueOrDefault(property.Key))?.Type is { } known
                ? Fictions(schema, known, property.Value, property.Key)
                : [$"{resource.Type} has no {property.Key}"]);
    }

    private static IEnumerable<string> Fictions(ProviderSchema schema, TypeSchema type, Value value, string path) => (type, value.KindCase) switch
    {
        (TypeSchema.List list, Value.KindOneofCase.ListValue) =>
            value.ListValue.Values.SelectMany(item => Fictions(schema, list.Element, item, $"{path}[]")),
        (TypeSchema.Object nested, Value.KindOneofCase.StructValue) when schema.Type(nested.Token) is { } known =>
            value.StructValue.Fields.SelectMany(member => known.Properties.GetValueOrDefault(member.Key)?.Type is { } inner
                ? Fictions(schema, inner, member.Value, $"{path}.{member.Key}")
                : [$"{nested.Token} has no {member.Key} ({path})"]),
        (TypeSchema.List or TypeSchema.Object, Value.KindOneofCase.NumberValue or Value.KindOneofCase.BoolValue) => [$"{path} is not of type {type}"],
        _ => [],
    };
}

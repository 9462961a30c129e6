using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi.Experimental.Provider;

namespace Infra.Tests.Sdk.Provider;

public sealed class ComponentSchemaTests
{
    [Fact]
    public void Inputs_outputs_and_the_objects_within_are_told_as_a_package_schema()
    {
        var schema = SchemaOf(new Metadata("shops", "acme", "1.2.3", "Shops"), typeof(Shop), typeof(Kiosk));

        var expected = JsonNode.Parse("""
            {
              "name": "shops", "displayName": "Shops", "version": "1.2.3", "namespace": "acme",
              "types": {
                "shops:index:Receipt": {
                  "type": "object",
                  "properties": {
                    "note": { "type": "string" },
                    "pages": { "type": "integer" },
                    "parts": { "type": "array", "items": { "$ref": "#/types/shops:index:Receipt" } },
                    "total": { "type": "number" }
                  },
                  "required": ["parts", "total"]
                },
                "shops:index:Shelf": {
                  "type": "object",
                  "properties": {
                    "beside": { "$ref": "#/types/shops:index:Shelf" },
                    "label": { "type": "string" },
                    "width": { "type": "number", "plain": true }
                  },
                  "required": ["label"]
                }
              },
              "resources": {
                "shops:index:Kiosk": {
                  "isComponent": true,
                  "inputProperties": {},
                  "requiredInputs": [],
                  "properties": {
                    "address": { "type": "string" },
                    "nickname": { "type": "string" },
                    "receipts": { "type": "object", "additionalProperties": { "$ref": "#/types/shops:index:Receipt" } },
                    "rooms": { "type": "integer" },
                    "seats": { "type": "integer" },
                    "tags": { "type": "array", "items": { "type": "string" } },
                    "wheels": { "type": "number" }
                  },
                  "required": ["address", "receipts", "rooms", "tags", "wheels"]
                },
                "shops:index:Shop": {
                  "isComponent": true,
                  "inputProperties": {
                    "anything": { "$ref": "pulumi.json#/Any" },
                    "floor": { "type": "integer", "plain": true },
                    "front": { "$ref": "#/types/shops:index:Shelf", "plain": true },
                    "logo": { "$ref": "pulumi.json#/Asset" },
                    "matrix": { "type": "array", "items": { "type": "array", "items": { "type": "string", "plain": true } }, "plain": true },
                    "names": { "type": "array", "items": { "type": "string" } },
                    "open": { "type": "boolean", "plain": true },
                    "owner": { "type": "string" },
                    "prices": { "type": "object", "additionalProperties": { "type": "number", "plain": true }, "plain": true },
                    "shelves": { "type": "object", "additionalProperties": { "$ref": "#/types/shops:index:Shelf" } },
                    "site": { "$ref": "pulumi.json#/Archive" },
                    "visitors": { "type": "integer" }
                  },
                  "requiredInputs": ["floor", "owner"],
                  "properties": {
                    "address": { "type": "string" },
                    "nickname": { "type": "string" },
                    "receipts": { "type": "object", "additionalProperties": { "$ref": "#/types/shops:index:Receipt" } },
                    "rooms": { "type": "integer" },
                    "seats": { "type": "integer" },
                    "tags": { "type": "array", "items": { "type": "string" } }
                  },
                  "required": ["address", "receipts", "rooms", "tags"]
                }
              }
            }
            """);
        JsonNode.DeepEquals(schema, expected).ShouldBeTrue(schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    [Fact]
    public void The_order_of_the_classes_does_not_matter() =>
        Text(ComponentAnalyzer.GenerateSchema(new Metadata("shops"), typeof(Kiosk), typeof(Shop)))
            .ShouldBe(Text(ComponentAnalyzer.GenerateSchema(new Metadata("shops"), typeof(Shop), typeof(Kiosk), typeof(Shop))));

    [Fact]
    public void A_package_without_version_has_version_0_0_0_and_leaves_out_what_it_does_not_have()
    {
        var schema = SchemaOf(new Metadata("shops"), typeof(Shop));

        schema["version"]!.GetValue<string>().ShouldBe("0.0.0");
        schema.ContainsKey("namespace").ShouldBeFalse();
        schema.ContainsKey("displayName").ShouldBeFalse();
    }

    [Theory]
    [InlineData("9shops", null, "the package name '9shops'")]
    [InlineData("my shops", null, "the package name 'my shops'")]
    [InlineData("shops\n", null, "the package name 'shops\n'")]
    [InlineData("shops", "Acme", "the namespace 'Acme'")]
    [InlineData("shops", "a_b", "the namespace 'a_b'")]
    public void Names_must_be_those_that_the_engine_takes(string name, string? space, string problem) =>
        Should.Throw<ArgumentException>(() => ComponentAnalyzer.GenerateSchema(new Metadata(name, space), typeof(Shop))).Message.ShouldContain(problem);

    [Fact]
    public void A_component_is_found_by_the_name_of_its_class()
    {
        ComponentAnalyzer.FindComponentType("Shop", typeof(Shop).Assembly, [typeof(Kiosk), typeof(Shop)]).ShouldBe(typeof(Shop));
        ComponentAnalyzer.FindComponentType("Shop", typeof(Shop).Assembly, [typeof(Kiosk)]).ShouldBeNull();
        ComponentAnalyzer.FindComponentType("Kiosk", typeof(Shop).Assembly).ShouldBe(typeof(Kiosk));
        ComponentAnalyzer.FindComponentType("ShopArgs", typeof(Shop).Assembly).ShouldBeNull();
    }

    private static JsonObject SchemaOf(Metadata metadata, params Type[] components) =>
        JsonNode.Parse(Text(ComponentAnalyzer.GenerateSchema(metadata, components)))!.AsObject();

    private static string Text(PackageSpec schema) => JsonSerializer.Serialize(schema);
}

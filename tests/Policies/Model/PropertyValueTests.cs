using Google.Protobuf.WellKnownTypes;
using Infra.Policies;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;

namespace Infra.Tests.Policies.Model;

public sealed class PropertyValueTests
{
    [Fact]
    public void A_path_leads_from_the_root_to_the_value()
    {
        var value = Read("""{ "ingress": [{}, { "cidrBlocks": ["10.0.0.0/8"] }] }""", "ingress");

        value.Path.ShouldBe("ingress");
        value.Items.Last().Path.ShouldBe("ingress[1]");
        value.Items.Last()["cidrBlocks"].Items.Single().Path.ShouldBe("ingress[1].cidrBlocks[0]");
        value["nothing"]["there"].Path.ShouldBe("ingress.nothing.there");
    }

    [Theory]
    [InlineData("\"text\"", "text", null)]
    [InlineData("80", "80", 80)]
    [InlineData("\"80\"", "80", 80)]
    [InlineData("-1", "-1", -1)]
    [InlineData("0.5", "0.5", null)]
    [InlineData("\" 80\"", " 80", null)]
    [InlineData("true", "true", null)]
    [InlineData("false", "false", null)]
    [InlineData("[1]", null, null)]
    [InlineData("{}", null, null)]
    [InlineData("null", null, null)]
    public void A_number_may_be_written_as_text_and_is_one_if_it_is_whole(string written, string? text, int? number)
    {
        var value = Read($$"""{ "value": {{written}} }""", "value");

        value.Text.ShouldBe(text);
        value.Number.ShouldBe(number);
        value.IsNumber.ShouldBe(written is "80" or "-1" or "0.5");
    }

    [Theory]
    [InlineData("\"<unknown>\"", true, false, false)]
    [InlineData("null", false, true, false)]
    [InlineData("\"\"", false, false, true)]
    [InlineData("[]", false, false, true)]
    [InlineData("{}", false, false, true)]
    [InlineData("""{ "<secret>": "<unknown>" }""", true, false, false)]
    [InlineData("""{ "<secret>": 1 }""", false, false, true)]
    public void A_value_is_unknown_absent_or_known(string written, bool isUnknown, bool isAbsent, bool isKnown)
    {
        var value = Read($$"""{ "value": {{written}} }""", "value");

        (value.IsUnknown, value.IsAbsent, value.IsKnown).ShouldBe((isUnknown, isAbsent, isKnown));
        value.IsSecret.ShouldBe(written.Contains("<secret>", StringComparison.Ordinal));
    }

    [Fact]
    public void Within_what_is_unknown_all_is_unknown_and_within_anything_else_what_is_not_there_is_absent()
    {
        Read("""{ "a": "<unknown>" }""", "a")["b"]["c"].IsUnknown.ShouldBeTrue();
        Read("""{ "a": "text" }""", "a")["b"].IsAbsent.ShouldBeTrue();
        Read("""{ "a": "<unknown>" }""", "a").Items.ShouldBeEmpty();
        Read("""{ "a": { "b": 1 } }""", "a").Items.ShouldBeEmpty();
        Read("""{ "a": [1] }""", "a").Members.ShouldBeEmpty();
    }

    [Fact]
    public void Members_come_in_the_order_of_their_names() =>
        Read("""{ "tags": { "b": 1, "B": 2, "a": 3 } }""", "tags")
            .Members.Select(member => (member.Name, member.Value.Number)).ShouldBe([("B", 2), ("a", 3), ("b", 1)]);

    [Theory]
    [InlineData("[]", null)]
    [InlineData("\"<unknown>\"", "value")]
    [InlineData("""[{ "port": 1 }, "<unknown>"]""", "value[1]")]
    [InlineData("""[{ "port": 1 }, { "port": "<unknown>" }]""", "value[1].port")]
    [InlineData("""[{ "name": "<unknown>" }]""", null)]
    public void Of_a_list_what_keeps_named_members_from_being_known_is_told(string written, string? path) =>
        (Read($$"""{ "value": {{written}} }""", "value").FirstUnknownOf("protocol", "port")?.Path).ShouldBe(path);

    [Theory]
    [InlineData("1", null)]
    [InlineData("\"<unknown>\"", "value")]
    [InlineData("""[1, { "b": 2, "a": "<unknown>" }]""", "value[1].a")]
    [InlineData("""{ "b": "<unknown>", "a": ["<unknown>"] }""", "value.a[0]")]
    [InlineData("""{ "b": "<unknown>", "a": 1 }""", "value.b")]
    [InlineData("""{ "a": { "<secret>": ["<unknown>"] } }""", "value.a[0]")]
    public void The_first_unknown_value_within_is_found_wherever_it_is(string written, string? path) =>
        (Read($$"""{ "value": {{written}} }""", "value").FirstUnknown()?.Path).ShouldBe(path);

    [Fact]
    public void A_document_is_read_whether_it_is_an_object_or_its_text()
    {
        var text = Read("""{ "policy": "{\"Version\":\"2012-10-17\"}" }""", "policy");

        text.AsObject()!["Version"].Text.ShouldBe("2012-10-17");
        text.AsObject()!["Version"].Path.ShouldBe("policy.Version");
        Read("""{ "policy": { "Version": "1" } }""", "policy").AsObject()!["Version"].Text.ShouldBe("1");
        Read("""{ "policy": "[1, 2]" }""", "policy").Parsed()!.Items.Count().ShouldBe(2);
        Read("""{ "policy": "[1, 2]" }""", "policy").AsObject().ShouldBeNull();
        Read("""{ "policy": "{ no document" }""", "policy").Parsed().ShouldBeNull();
        Read("""{ "policy": "<unknown>" }""", "policy").Parsed().ShouldBeNull();
        Read("""{ "policy": { "<secret>": "{\"a\":1}" } }""", "policy").AsObject()!["a"].IsSecret.ShouldBeTrue();
    }

    [Theory]
    [InlineData("\"<unknown>\"", "unknown")]
    [InlineData("null", "not set")]
    [InlineData("""{ "<secret>": "hunter22" }""", "[secret]")]
    [InlineData("""[1, "a", { "<secret>": 2 }]""", "[1, a, [secret]]")]
    [InlineData("""{ "b": true, "a": [] }""", "{a: [], b: true}")]
    public void A_message_shows_a_value_but_never_a_secret(string written, string shown) =>
        Read($$"""{ "value": {{written}} }""", "value").ToString().ShouldBe(shown);

    [Fact]
    public void An_output_is_what_it_holds_and_a_resource_its_id()
    {
        Wrapped(SpecialValues.OutputValue, ("value", Value.ForString("10.0.0.0/8"))).Text.ShouldBe("10.0.0.0/8");
        Wrapped(SpecialValues.OutputValue).IsUnknown.ShouldBeTrue();
        Wrapped(SpecialValues.OutputValue, ("value", Value.ForNumber(1)), ("secret", Value.ForBool(true))).IsSecret.ShouldBeTrue();
        Wrapped(SpecialValues.OutputValue, ("secret", Value.ForBool(true))).IsSecret.ShouldBeTrue();
        Wrapped(SpecialValues.ResourceReference, ("id", Value.ForString("vpc-1")), ("urn", Value.ForString("urn:1"))).Text.ShouldBe("vpc-1");
        Wrapped(SpecialValues.ResourceReference, ("id", Value.ForString("")), ("urn", Value.ForString("urn:1"))).Text.ShouldBe("urn:1");
        Wrapped("a signature of somebody else").IsObject.ShouldBeTrue();
    }

    private static PropertyValue Read(string json, string name) =>
        new SampleProgram().Add("aws:s3/bucket:Bucket", "it", json).Graph().Nodes.Single().Properties[name];

    private static PropertyValue Wrapped(string signature, params (string Name, Value Value)[] members)
    {
        var fields = new Struct { Fields = { [SpecialValues.SignatureKey] = Value.ForString(signature) } };
        foreach (var (name, value) in members) fields.Fields[name] = value;
        var properties = new Struct { Fields = { ["value"] = Value.ForStruct(fields) } };
        var resource = new AnalyzerResource { Type = "aws:s3/bucket:Bucket", Urn = "urn:it", Name = "it", Properties = properties };
        return ResourceGraph.From([resource]).Nodes.Single().Properties["value"];
    }
}

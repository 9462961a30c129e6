using Infra.Review.Engine.Functions;
using Infra.Review.Model;
using static Infra.Tests.Review.Functions.Calls;

namespace Infra.Tests.Review.Functions;

public sealed class PolicyDocumentTests
{
    [Fact]
    public void A_policy_is_rendered_as_the_provider_renders_it()
    {
        var document = Render(("statements", List(
            Map(
                ("sid", Text("Read")),
                ("actions", Texts("s3:GetObject", "s3:ListBucket")),
                ("resources", Texts("arn:aws:s3:::home/&{aws:username}/*")),
                ("principals", List(
                    Map(("type", Text("Service")), ("identifiers", Texts("ec2.amazonaws.com"))),
                    Map(("type", Text("AWS")), ("identifiers", Texts("a", "b"))))),
                ("conditions", List(Map(("test", Text("StringLike")), ("variable", Text("s3:prefix")), ("values", Texts("", "home/")))))),
            Map(("effect", Text("Deny")), ("notActions", Texts("iam:*")), ("notResources", Texts("*"))))));

        document["json"].ToString().ShouldBe("""
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "Read",
                  "Effect": "Allow",
                  "Action": [
                    "s3:ListBucket",
                    "s3:GetObject"
                  ],
                  "Resource": "arn:aws:s3:::home/${aws:username}/*",
                  "Principal": {
                    "AWS": [
                      "b",
                      "a"
                    ],
                    "Service": "ec2.amazonaws.com"
                  },
                  "Condition": {
                    "StringLike": {
                      "s3:prefix": [
                        "",
                        "home/"
                      ]
                    }
                  }
                },
                {
                  "Effect": "Deny",
                  "NotAction": "iam:*",
                  "NotResource": "*"
                }
              ]
            }
            """);
    }

    [Theory]
    [InlineData("*", "\"*\"")]
    [InlineData("AWS", "{\"AWS\":\"*\"}")]
    public void Everybody_is_a_star_only_where_asked_for(string type, string principal) =>
        Minified(("statements", List(Map(("actions", Texts("sts:AssumeRole")), ("principals", List(Map(("type", Text(type)), ("identifiers", Texts("*")))))))))
            .ShouldBe($$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{{principal}}}]}""");

    [Fact]
    public void A_flag_among_the_values_of_a_condition_is_a_text() =>
        Minified(("statements", List(Map(("conditions", List(Map(
                ("test", Text("Bool")), ("variable", Text("aws:SecureTransport")), ("values", List(PropertyValue.Bool.False)))))))))
            .ShouldBe("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""");

    [Fact]
    public void Angle_brackets_are_escaped() =>
        Minified(("statements", List(Map(("actions", Texts("<a&b>")))))).ShouldContain("""\u003ca\u0026b\u003e""");

    [Fact]
    public void Of_statements_with_one_sid_the_later_document_wins_in_the_place_of_the_first()
    {
        const string Source = """{"Version":"2008-10-17","Id":"base","Statement":["""
            + """{"Sid":"A","Effect":"Allow","Action":"a:1"},{"Effect":"Allow","Action":"b:1"}]}""";
        const string Override = """{"Statement":{"Resource":"*","Action":"a:3","Effect":"Deny","Sid":"A"}}""";

        Minified(
                ("sourcePolicyDocuments", Texts(Source)),
                ("statements", List(Map(("sid", Text("A")), ("actions", Texts("a:2"))))),
                ("overridePolicyDocuments", Texts(Override)))
            .ShouldBe("""{"Version":"2012-10-17","Id":"base","Statement":["""
                + """{"Sid":"A","Effect":"Deny","Action":"a:3","Resource":"*"},{"Effect":"Allow","Action":"b:1"}]}""");
    }

    [Theory]
    [InlineData("no JSON", "sourcePolicyDocuments[0] is no JSON")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("""{"Statement":[{"Actions":"s3:*"}]}""", "a statement has no 'Actions'")]
    public void A_source_that_is_no_policy_is_refused(string source, string message) =>
        Should.Throw<FunctionException>(() => Render(("sourcePolicyDocuments", Texts(source)))).Message.ShouldContain(message);

    [Fact]
    public void A_sid_twice_and_an_unknown_effect_are_refused()
    {
        Should.Throw<FunctionException>(() => Render(("statements", List(Map(("sid", Text("A"))), Map(("sid", Text("A"))))))).Message
            .ShouldContain("'A' twice");
        Should.Throw<FunctionException>(() => Render(("statements", List(Map(("effect", Text("allow"))))))).Message
            .ShouldBe("statements[0].effect is 'allow'; allowed are Allow and Deny");
    }

    private static PropertyDictionary Render(params IEnumerable<(string, PropertyValue)> arguments) =>
        new Calls().Answer("aws:iam/getPolicyDocument:getPolicyDocument", arguments);

    private static string Minified(params IEnumerable<(string, PropertyValue)> arguments) => Render(arguments)["minifiedJson"].ToString();
}

using Infra.Review.Engine.Checks;
using Infra.Review.Engine.Functions;
using Infra.Review.Engine.Synthesis;
using Infra.Review.Model;
using static Infra.Tests.Review.Functions.Calls;

namespace Infra.Tests.Review.Functions;

public sealed class FunctionShapeTests
{
    private static readonly Dictionary<string, (string, PropertyValue)[]> Arguments = new()
    {
        ["aws:ec2/getManagedPrefixList:getManagedPrefixList"] = [("name", Text("com.amazonaws.global.cloudfront.origin-facing"))],
        ["aws:ssm/getParameter:getParameter"] = [("name", Text("/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"))],
        ["aws:iam/getPolicyDocument:getPolicyDocument"] = [("statements", List(Map(("actions", Texts("s3:*")))))],
    };

    public static TheoryData<string> Tokens => [.. BuiltInFunctions.Tokens];

    [Theory]
    [MemberData(nameof(Tokens))]
    public void A_result_is_what_the_schema_says(string token)
    {
        var result = new Calls().Answer(token, Arguments.GetValueOrDefault(token) ?? []);
        var schema = Schemas.Function(token).ShouldNotBeNull();

        new InputCheck(Holder(token)).Check(schema.Outputs, result, "").Select(finding => finding.Message).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void The_same_call_has_the_same_result(string token) =>
        new Calls().Answer(token, Arguments.GetValueOrDefault(token) ?? []).ShouldBe(new Calls().Answer(token, Arguments.GetValueOrDefault(token) ?? []));

    [Fact]
    public void A_secret_argument_makes_the_result_secret()
    {
        var result = new Calls().Answer("aws:iam/getPolicyDocument:getPolicyDocument",
            ("statements", List(Map(("actions", Texts("s3:*")), ("resources", List(new PropertyValue.Secret(Text("arn:aws:s3:::vault"))))))));

        result["json"].ShouldBeOfType<PropertyValue.Secret>().Plain.ToString().ShouldContain("arn:aws:s3:::vault");
        result.ToString().ShouldNotContain("vault");
    }

    [Fact]
    public void An_unknown_argument_is_refused() =>
        Should.Throw<FunctionException>(() => new Calls().TryAnswer("aws:index/getRegion:getRegion", ("region", PropertyValue.Unknown.Value)))
            .Message.ShouldContain("not known before deployment");

    private static PreviewResource Holder(string token) => new()
    {
        Urn = $"urn:pulumi:test::shop::{token}::result",
        Type = token,
        Name = "result",
        Custom = true,
        Inputs = PropertyDictionary.Empty,
        Outputs = PropertyDictionary.Empty,
        Dependencies = [],
        PropertyDependencies = [],
        Options = new PreviewResourceOptions(),
    };
}

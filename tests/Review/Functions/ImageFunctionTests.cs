using static Infra.Tests.Review.Functions.Calls;

namespace Infra.Tests.Review.Functions;

public sealed class ImageFunctionTests
{
    private const string Image = "aws:ec2/getAmi:getAmi";
    private const string PrefixList = "aws:ec2/getManagedPrefixList:getManagedPrefixList";
    private const string Parameter = "aws:ssm/getParameter:getParameter";

    [Fact]
    public void An_image_fits_its_filters_and_is_said_to_be_made_up()
    {
        var calls = new Calls();
        var image = calls.Answer(Image, ("owners", Texts("amazon")), ("filters", List(Filter("name", "al2023-ami-2023.*-arm64"))));

        image["id"].ToString().ShouldMatch("^ami-0[0-9a-f]{16}$");
        image["architecture"].ToString().ShouldBe("arm64");
        image["name"].ToString().ShouldStartWith("al2023-ami-2023");
        image["imageOwnerAlias"].ToString().ShouldBe("amazon");
        image["arn"].ToString().ShouldBe($"arn:aws:ec2:eu-central-1::image/{image["id"]}");
        calls.Said.ShouldHaveSingleItem().ShouldContain("made up");
    }

    [Fact]
    public void Other_filters_and_other_regions_have_other_images()
    {
        var one = new Calls().Answer(Image, ("filters", List(Filter("name", "a*"))))["id"];

        new Calls().Answer(Image, ("filters", List(Filter("name", "b*"))))["id"].ShouldNotBe(one);
        new Calls("eu-west-1").Answer(Image, ("filters", List(Filter("name", "a*"))))["id"].ShouldNotBe(one);
    }

    [Fact]
    public void A_prefix_list_of_AWS_belongs_to_AWS()
    {
        var list = new Calls().Answer(PrefixList, ("filters", List(Filter("prefix-list-name", "com.amazonaws.eu-central-1.s3"))));

        list["name"].ToString().ShouldBe("com.amazonaws.eu-central-1.s3");
        list["id"].ToString().ShouldMatch("^pl-[0-9a-f]{8}$");
        list["arn"].ToString().ShouldBe($"arn:aws:ec2:eu-central-1:aws:prefix-list/{list["id"]}");
    }

    [Fact]
    public void A_customers_own_prefix_list_and_parameter_are_not_known()
    {
        new Calls().TryAnswer(PrefixList, ("name", Text("office"))).ShouldBeNull();
        new Calls().TryAnswer(Parameter, ("name", Text("/shop/password"))).ShouldBeNull();
        new Calls().TryAnswer(Parameter, ("name", Text("/aws/service/global-infrastructure/version"))).ShouldBeNull();
    }

    [Fact]
    public void A_public_parameter_names_an_image()
    {
        var parameter = new Calls().Answer(
            Parameter, ("name", Text("/aws/service/eks/optimized-ami/1.33/amazon-linux-2023/x86_64/standard/recommended/image_id")));

        parameter["value"].ToString().ShouldMatch("^ami-0[0-9a-f]{16}$");
        parameter["arn"].ToString().ShouldStartWith("arn:aws:ssm:eu-central-1::parameter/aws/service/eks/");
    }
}

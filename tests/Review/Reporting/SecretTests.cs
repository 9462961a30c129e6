using Infra.Review.Model;
using Infra.Review.Reporting;
using Infra.Review.Secrets;

namespace Infra.Tests.Review.Reporting;

public sealed class SecretTests
{
    [Theory]
    [InlineData("preview dev")]
    [InlineData("preview dev --format json")]
    [InlineData("firewall dev")]
    [InlineData("firewall dev --format json")]
    [InlineData("explain dev orders")]
    public async Task No_format_prints_a_secret(string arguments)
    {
        var run = await CommandRun.Of(SamplePreview.WithOpenSsh, arguments.Split(' '));

        run.Output.ShouldNotBeEmpty();
        run.Output.ShouldNotContain("CANARY");
        run.Output.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task No_terminal_shows_a_secret()
    {
        var screen = await CommandRun.OnTerminal(SamplePreview.WithOpenSsh, 200, colours: true, "preview", "dev");

        screen.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_file_holds_no_secret_either()
    {
        var file = Path.GetTempFileName();
        try
        {
            await CommandRun.Of(SamplePreview.WithOpenSsh, "preview", "dev", "--format", "json", "--output", file);

            var written = await File.ReadAllTextAsync(file);
            written.ShouldContain("[secret]");
            written.ShouldNotContain("hunter2");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("plain CANARY-hunter2-\"quoted\" text", "plain [secret] text")]
    [InlineData("""{"password":"CANARY-hunter2-\"quoted\""}""", """{"password":"[secret]"}""")]
    [InlineData("CANARY-nestedCANARY-nested", "[secret][secret]")]
    [InlineData("Q0FOQVJZLW5lc3RlZA==", "[secret]")]
    [InlineData("nothing to hide", "nothing to hide")]
    public void Texts_that_quote_a_secret_are_masked_in_whatever_form(string text, string expected) =>
        SecretTexts.Of(SamplePreview.WithoutFindings).Mask.Apply(text).ShouldBe(expected);

    [Fact]
    public void The_longer_of_two_secrets_is_masked_whole()
    {
        var resource = SamplePreview.Vpc with
        {
            Inputs = SamplePreview.Properties(
                ("a", new PropertyValue.Secret(SamplePreview.Text("abcdef"))), ("b", new PropertyValue.Secret(SamplePreview.Text("abcdefgh")))),
        };

        SecretTexts.Of(SamplePreview.Of([resource])).Mask.Apply("x abcdefgh y abcdef").ShouldBe("x [secret] y [secret]");
    }

    [Fact]
    public void The_port_of_a_secret_connection_is_no_secret()
    {
        var connection = new PropertyValue.Map(SamplePreview.Properties(
            ("host", SamplePreview.Text("10.7.3.1")), ("port", new PropertyValue.Number(3306)), ("sshPort", SamplePreview.Text("2222")),
            ("pin", new PropertyValue.Number(4711)), ("password", SamplePreview.Text("correct-horse")), ("passport", SamplePreview.Text("X12345678")),
            ("support", new PropertyValue.Map(SamplePreview.Properties(("token", SamplePreview.Text("tok-abcdef"))))),
            ("adminPort", SamplePreview.Text("knock-knock"))));
        var resource = SamplePreview.Vpc with { Inputs = SamplePreview.Properties(("connection", new PropertyValue.Secret(connection))) };

        SecretTexts.Of(SamplePreview.Of([resource])).Mask.Apply("10.7.3.1 3306 2222 4711 correct-horse X12345678 tok-abcdef knock-knock")
            .ShouldBe("[secret] 3306 2222 [secret] [secret] [secret] [secret] [secret]");
    }

    [Theory]
    [InlineData("pin 4711", "pin [secret]")]
    [InlineData("account 123447115678", "account 123447115678")]
    [InlineData("4711x 4711", "4711x [secret]")]
    [InlineData("is it true", "is it true")]
    [InlineData("begin MIIEpAIBAAKCAQEA end", "begin [secret] end")]
    [InlineData("in JSON: -----KEY-----\\nMIIEpAIBAAKCAQEA\\n", "in JSON: [secret]")]
    public void Short_secrets_are_masked_as_words_and_long_ones_line_by_line(string text, string expected) =>
        new SecretTexts(["4711", "true", "-----KEY-----\nMIIEpAIBAAKCAQEA\n"]).Mask.Apply(text).ShouldBe(expected);

    [Theory]
    [InlineData("the password is corr", "the password is [secret]")]
    [InlineData("the password is correct-horse", "the password is [secret]")]
    [InlineData("the end", "the end")]
    public void What_may_be_the_beginning_of_a_secret_is_masked_at_the_end_of_a_text_that_was_cut(string text, string expected) =>
        new SecretTexts(["correct-horse"]).Mask.ApplyToBeginning(text).ShouldBe(expected);

    [Fact]
    public void A_secret_in_the_options_or_the_availability_shows_no_more_than_one_in_an_input()
    {
        const string Urn = "urn:pulumi:dev::shop::aws:ec2/instance:Instance::orders-4711";
        var machine = SamplePreview.Vpc with
        {
            Urn = Urn,
            Type = "aws:ec2/instance:Instance",
            Name = "orders-4711",
            Options = new() { ImportId = "i-4711", ReplacementTrigger = SamplePreview.Text("now 4711") },
        };

        var review = ReviewedPreview.Of(SamplePreview.Of([SamplePreview.Stack, machine]) with { Secrets = new SecretTexts(["4711"]) });

        review.Availability.Instances.ShouldNotBeEmpty();
        review.Availability.Instances.ShouldAllBe(stop => stop.Reason.Contains("orders-[secret]"));
        var options = review.Find(Urn)!.Options;
        options.ImportId.ShouldBe("i-[secret]");
        options.ReplacementTrigger.ShouldBe(SamplePreview.Text("now [secret]"));
    }

    [Fact]
    public void A_policy_sees_the_secret_marked_and_a_report_does_not_see_it_at_all()
    {
        var preview = SamplePreview.WithoutFindings;

        var message = AnalyzerMessages.Of(preview).Single(resource => resource.Urn == SamplePreview.DatabaseUrn);
        var shown = ReviewedPreview.Of(preview).Preview.Resources.Single(resource => resource.Urn == SamplePreview.DatabaseUrn);

        message.Properties.Fields["password"].StructValue.Fields["value"].StringValue.ShouldBe(SamplePreview.Secret);
        shown.Inputs["note"].ToString().ShouldBe("taken out of its output behind the SDK's back: [secret]");
    }

    [Fact]
    public void A_secret_address_range_shows_neither_in_the_matrix_nor_in_the_findings()
    {
        var rule = SamplePreview.OpenSsh;
        var secret = rule with
        {
            Inputs = PropertyDictionary.Of([
                .. rule.Inputs.Where(input => input.Key != "cidrIpv4"),
                new("cidrIpv4", new PropertyValue.Secret(SamplePreview.Text("10.66.0.0/16"))),
            ]),
        };

        var review = ReviewedPreview.Of(SamplePreview.Of([SamplePreview.Stack, SamplePreview.Network, SamplePreview.Vpc, SamplePreview.Group, secret]));

        review.Firewall.ShouldContain(flow => flow.From == "[secret]" && flow.To == "web" && flow.FromPort == 22);
        review.Findings.ShouldNotBeEmpty();
        review.Findings.ShouldAllBe(finding => !$"{finding}".Contains("10.66"));
    }
}

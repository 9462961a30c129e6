using Infra.Policies;

namespace Infra.Tests.Policies.Model;

public sealed class FingerprintTests
{
    private const string Web = "urn:pulumi:dev::infra::aws:ec2/vpc:Vpc::web";

    [Fact]
    public void It_is_32_hexadecimal_digits_that_never_change() => Fingerprint.Of("rule", Web, "key").ShouldBe("179d6c0c322c4e054b3d241d7f29ee92");

    [Fact]
    public void It_is_the_same_in_every_stack() =>
        Fingerprint.Of("rule", Web, "key").ShouldBe(Fingerprint.Of("rule", Web.Replace(":dev:", ":prod:", StringComparison.Ordinal), "key"));

    [Theory]
    [InlineData("other", Web, "key")]
    [InlineData("rule", Web + "-2", "key")]
    [InlineData("rule", Web, "other")]
    [InlineData("rule", "urn:other:dev::infra::aws:ec2/vpc:Vpc::web", "key")]
    [InlineData("rule", "web", "key")]
    public void Another_rule_resource_or_key_has_another(string rule, string urn, string key) =>
        Fingerprint.Of(rule, urn, key).ShouldNotBe(Fingerprint.Of("rule", Web, "key"));
}

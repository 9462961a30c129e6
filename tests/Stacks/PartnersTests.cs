using Infra.Components;
using Infra.Components.Transfer;
using Infra.Review;
using Infra.Stacks;
using Infra.Tests.Components.Transfer;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Stacks;

[Collection(HostedPrograms.Name)]
public sealed class PartnersTests
{
    internal static readonly PartnerSettings Acme = new()
    {
        User = new SftpUser { Name = "acme", PublicKeys = new Dictionary<string, string> { ["2026"] = SftpUserTests.Ed25519 } },
        Ranges = [Cidr.Parse("203.0.113.8/29")],
    };

    public static TheoryData<string> Stacks { get; } = ["dev", "prod"];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Without_partners_there_is_no_server_and_a_partner_changes_nothing_else(string stack)
    {
        var off = await PlannedPlatform.Of(stack);
        var on = await PlannedPlatform.Of(PlannedPlatform.SettingsOf(stack) with { Partners = [Acme] });

        off.All("aws:transfer/server:Server").ShouldBeEmpty();
        on.Some("aws:transfer/server:Server").ShouldHaveSingleItem().Name.ShouldBe("files-eu-central-1");
        off.Urns(stack).Except(on.Urns(stack)).ShouldBeEmpty();
        on.All("aws:ec2/networkAclRule:NetworkAclRule").Count(rule => rule.Number("fromPort") == 22 && rule.Text("cidrBlock") == "203.0.113.8/29").ShouldBe(1);
    }

    [Fact]
    public async Task With_partners_no_rule_finds_fault_and_they_reach_files_alone()
    {
        var reviewed = await PolicyCheck.RunAsync("prod", () =>
            Deployment.RunAsync(() => Platform.Build(StackSettings.OfCurrentStack() with { Partners = [Acme] })));
        var without = await HostedPrograms.PlatformAsync("prod");

        reviewed.Findings.Select(finding => $"{finding.Rule} {finding.Urn}")
            .Except(without.Findings.Select(finding => $"{finding.Rule} {finding.Urn}")).ShouldBeEmpty();
        reviewed.Firewall.Where(flow => flow.From == "partner" || flow.To == "file-transfer")
            .Select(flow => $"{flow.From} -> {flow.To} {flow.Protocol} {flow.FromPort}-{flow.ToPort}")
            .ShouldBe(["partner -> file-transfer tcp 22-22"]);
    }

    [Fact]
    public void All_problems_of_partners_are_reported_at_once() =>
        Should.Throw<RunException>(() => Read(
            """
            {
              "acme": {"ranges": ["203.0.113.8/29"], "publicKeys": {"2026": "-----BEGIN OPENSSH PRIVATE KEY-----"}, "password": "x"},
              "broad": {"ranges": ["203.0.0.0/16", "10.1.0.0/24", "here"], "publicKeys": {}},
              "none": {},
              "odd": 1
            }
            """)).Message.ShouldBe(
            """
            Configuration of stack 'dev' (Pulumi.dev.yaml) cannot be used:
              - infra:partners.acme.password is unknown; allowed are publicKeys, ranges.
              - infra:partners.acme cannot log in: The key '2026' of user 'acme' is no public key. Expected is the line of a .pub file: one of ecdsa-sha2-nistp256, ecdsa-sha2-nistp384, ecdsa-sha2-nistp521, ssh-ed25519, ssh-rsa, a space and the key in Base64, 2048 characters at most.
              - infra:partners.broad cannot log in: User 'broad' has no public key, so nobody could log in; expected is at least one.
              - infra:partners.broad.ranges has a wrong block: 'here' is not a CIDR block; expected an IPv4 address and a prefix length, such as 10.0.0.0/16.
              - infra:partners.broad.ranges lists 203.0.0.0/16, which opens file transfer to 65536 addresses of the internet; allowed is /24 or narrower.
              - infra:partners.broad.ranges lists 10.1.0.0/24, which is private: nobody comes from there over the internet. Expected are the public addresses that the partner's machines have outside.
              - infra:partners.none.publicKeys is no object; expected is one entry per key, by a name that never changes, such as the year.
              - infra:partners.none cannot log in: User 'none' has no public key, so nobody could log in; expected is at least one.
              - infra:partners.none.ranges is no list of blocks; expected are the public addresses that the partner comes from, such as [203.0.113.8/29].
              - infra:partners.odd is '1'; expected is an object with publicKeys, ranges.
            """);

    private static StackSettings Read(string partners)
    {
        var configuration = StackConfiguration.Of("dev");
        configuration["infra:partners"] = partners;
        return StackSettings.Read("dev", configuration.Find);
    }
}

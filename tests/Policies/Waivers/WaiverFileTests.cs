using Infra.Policies;

namespace Infra.Tests.Policies.Waivers;

public sealed class WaiverFileTests : IDisposable
{
    private const string Good = """
        waivers:
          - rule: sg-no-public-admin-port
            urn: urn:pulumi:dev::infra::aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::ssh
            reason: the contractor works from there until the move
            owner: platform
            expires: 2026-12-31
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infra-waivers-");

    private static SampleProgram Open => SampleProgram.Platform().Ingress("ssh", "web", "0.0.0.0/1", "tcp", 22);

    [Fact]
    public void Without_a_file_there_are_no_waivers() => Read().ShouldBeSameAs(WaiverList.None);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing is accepted\n")]
    [InlineData("waivers:\n")]
    [InlineData("waivers: []\n")]
    public void An_empty_file_is_as_good_as_none(string text) =>
        PolicyPack.Essential.Check(Open.Graph(), Read(text)).ShouldHaveSingleItem().Waiver.ShouldBeNull();

    [Fact]
    public void A_waiver_is_read_with_its_line()
    {
        var waiver = PolicyPack.Essential.Check(Open.Graph(), Read(Good)).ShouldHaveSingleItem().Waiver.ShouldNotBeNull();

        waiver.ShouldBe(new Waiver
        {
            Rule = "sg-no-public-admin-port",
            Urn = "urn:pulumi:dev::infra::aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::ssh",
            Reason = "the contractor works from there until the move",
            Owner = "platform",
            Expires = new(2026, 12, 31),
            Source = new("infra.waivers.yaml", 2),
        });
    }

    [Fact]
    public void A_fingerprint_is_read_too()
    {
        var fingerprint = PolicyPack.Essential.Check(Open.Graph()).Single().Fingerprint;

        PolicyPack.Essential.Check(Open.Graph(), Read($"{Good}\n    fingerprint: {fingerprint}\n"))
            .ShouldHaveSingleItem().Waiver!.Fingerprint.ShouldBe(fingerprint);
    }

    [Theory]
    [InlineData("[", "infra.waivers.yaml:2:1: malformed YAML: ")]
    [InlineData("waivers:\n  - rule: a\n    rule: b\n", "infra.waivers.yaml:3:5: malformed YAML: ")]
    [InlineData("just a text", "infra.waivers.yaml is wrong: infra.waivers.yaml:1:1: expected 'waivers:' and a list below it.")]
    [InlineData("waivers: none", "infra.waivers.yaml is wrong: infra.waivers.yaml:1:10: waivers is no list; expected 'waivers:' and a list below it.")]
    [InlineData("waiver: []", "infra.waivers.yaml is wrong: infra.waivers.yaml:1:1: 'waiver' is not known here; expected 'waivers:' and a list below it.")]
    [InlineData(
        "waivers:\n  - no",
        "infra.waivers.yaml is wrong: infra.waivers.yaml:2:5: "
            + "a waiver has rule, urn, reason, owner, expires, each on a line 'name: value'.")]
    [InlineData("waivers: []\n---\nwaivers: []", "infra.waivers.yaml:3:1: a second document begins here; only one is read.")]
    public void A_file_of_another_shape_is_refused_with_the_place(string text, string message) =>
        Should.Throw<WaiverException>(() => Read(text)).Message.ShouldStartWith(message);

    [Fact]
    public void Everything_that_is_wrong_with_a_file_is_told_at_once_with_its_places()
    {
        const string Text = """
            waivers:
              - rule: no-such-rule
                urn: [a, b]
                reason: it is only there for the demonstration
                owner: platform
                expires: 31.12.2026
              - rule: sg-no-public-admin-port
                urn: urn:pulumi:dev::infra::a:b:C::*
                reason: short
                owner: platform
                expires: 2027-12-31
                until: 2028
            """;

        Should.Throw<WaiverException>(() => Read(Text)).Message.ShouldBe("""
            infra.waivers.yaml is wrong in 6 places:
              infra.waivers.yaml:3:10: urn is a list or a mapping; expected a text: a waiver is for one rule and one resource.
              infra.waivers.yaml:6:14: expires is '31.12.2026'; expected a day such as 2027-01-31.
              infra.waivers.yaml:12:5: a waiver has no 'until'; known are rule, urn, reason, owner, expires, fingerprint.
              infra.waivers.yaml:7: urn is 'urn:pulumi:dev::infra::a:b:C::*'; a waiver names one resource by its whole URN, without wildcards.
              infra.waivers.yaml:7: reason is 'short'; say in at least 20 characters why the finding is acceptable.
              infra.waivers.yaml:7: expires is 2027-12-31, 405 days from 2026-11-21; allowed are at most 90, so 2027-02-19.
            """);
    }

    [Theory]
    [InlineData("urn:pulumi:prd::infra::", "urn is of stack 'prd', which has no Pulumi.prd.yaml; stacks are dev, prod; the nearest is prod.")]
    [InlineData("urn:pulumi:production-eu::infra::", "urn is of stack 'production-eu', which has no Pulumi.production-eu.yaml; stacks are dev, prod.")]
    [InlineData("urn:pulumi:dev::infar::", "urn is of project 'infar'; this project is infra.")]
    public void A_waiver_of_a_stack_that_the_project_does_not_have_is_refused(string beginning, string message)
    {
        WriteProject("name: infra\nruntime: dotnet\n");

        Should.Throw<WaiverException>(() => Read(Good.Replace("urn:pulumi:dev::infra::", beginning, StringComparison.Ordinal)))
            .Message.ShouldBe($"infra.waivers.yaml is wrong: infra.waivers.yaml:2: {message}");
    }

    [Fact]
    public void A_waiver_of_another_stack_of_the_project_is_left_to_that_stack()
    {
        WriteProject("name: infra\nruntime: dotnet\n");

        PolicyPack.Essential.Check(Open.Graph(), Read(Good.Replace(":dev::", ":prod::", StringComparison.Ordinal)))
            .ShouldHaveSingleItem().Waiver.ShouldBeNull();
    }

    [Theory]
    [InlineData("name: infra\nstackConfigDir: settings\n")]
    [InlineData("name: infra\nconfig: settings\n")]
    public void Stacks_are_looked_for_where_the_project_keeps_their_files(string project)
    {
        WriteProject(project, "settings");

        Should.Throw<WaiverException>(() => Read(Good.Replace(":dev::", ":dve::", StringComparison.Ordinal)))
            .Message.ShouldContain("urn is of stack 'dve', which has no Pulumi.dve.yaml; stacks are dev, prod; the nearest is dev.");
    }

    [Fact]
    public void A_project_that_cannot_be_read_refuses_no_waiver()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "Pulumi.yaml"), "name: [");

        PolicyPack.Essential.Check(Open.Graph(), Read(Good)).ShouldHaveSingleItem().Waiver.ShouldNotBeNull();
    }

    [Fact]
    public void The_project_is_found_from_the_folder_of_its_program()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "Pulumi.yaml"), "name: infra\n");

        WaiverFile.ProjectFolderAbove(_folder.CreateSubdirectory("stacks").CreateSubdirectory("deep").FullName).ShouldBe(_folder.FullName);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void WriteProject(string project, string settings = ".")
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "Pulumi.yaml"), project);
        var folder = _folder.CreateSubdirectory(settings).FullName;
        foreach (var stack in (string[])["dev", "prod"]) File.WriteAllText(Path.Combine(folder, $"Pulumi.{stack}.yaml"), "");
    }

    private WaiverList Read(string? text = null)
    {
        if (text is not null) File.WriteAllText(Path.Combine(_folder.FullName, WaiverFile.Name), text);
        return WaiverFile.Read(_folder.FullName, PolicyPack.Essential.Rules, new(2026, 11, 21));
    }
}

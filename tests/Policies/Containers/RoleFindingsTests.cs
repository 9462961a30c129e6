using Infra.Policies.Containers;

namespace Infra.Tests.Policies.Containers;

public sealed class RoleFindingsTests
{
    [Fact]
    public void Two_rules_that_differ_by_their_groups_are_waived_apart()
    {
        var findings = Check("""
            { "apiGroups": ["apps"], "resources": ["*"], "verbs": ["get"] }, { "apiGroups": ["batch"], "resources": ["*"], "verbs": ["get"] }
            """);

        findings.Select(finding => finding.Fingerprint).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void A_rule_about_addresses_names_them() =>
        Check("""{ "nonResourceURLs": ["/metrics"], "verbs": ["*"] }""").Single().Message.ShouldEndWith("rules[0] allows every verb on [/metrics]");

    private static List<Infra.Policies.Finding> Check(string rules) =>
    [
        .. new RolesNameWhatTheyAllow().Check(new SampleProgram()
            .Add("kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", "reads", $$"""{ "rules": [{{rules}}] }""").Graph()),
    ];
}

using Infra.Policies;
using Infra.Sdk.Schema;
using Infra.Tests.Testing;

namespace Infra.Tests.Policies;

public sealed class CatalogueTests
{
    // Types of the provider (aws 7.48.0) that a program may have and no component makes, so that the compact schema leaves them out.
    private static readonly string[] NotInUse = ["aws:ec2/launchConfiguration:LaunchConfiguration", "aws:ec2/defaultSubnet:DefaultSubnet"];

    private static readonly string Page = Repository.Path("docs", "policies.md");

    [Fact]
    public void The_page_of_policies_is_what_the_rules_say()
    {
        var expected = Catalogue.Markdown(PolicyPack.Essential);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") File.WriteAllText(Page, expected);

        File.ReadAllText(Page).ShouldBe(expected, "docs/policies.md is stale; run with UPDATE_SNAPSHOTS=1 to write it again");
    }

    [Fact]
    public void A_rule_reads_all_twins_of_a_type()
    {
        var twins = ProviderSchema.Find("aws")!.Resources().SelectMany(resource => resource.Aliases.Select(alias => (resource.Token, alias))).ToList();

        var missing =
            from rule in PolicyPack.Essential.Rules
            from twin in twins
            where rule.Types.Contains(twin.Token) != rule.Types.Contains(twin.alias)
            select $"{rule.Id}: {twin.Token} is also {twin.alias}";

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_type_that_a_rule_reads_is_one_of_the_provider()
    {
        var schema = ProviderSchema.Find("aws")!;
        var former = schema.Resources().SelectMany(resource => resource.Aliases).ToHashSet();

        PolicyPack.Essential.Rules.SelectMany(rule => rule.Types)
            .Where(type => type.StartsWith("aws:", StringComparison.Ordinal) && schema.Resource(type) is null && !former.Contains(type))
            .Distinct().ShouldBe(NotInUse, ignoreOrder: true);
    }
}

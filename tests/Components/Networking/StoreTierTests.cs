using Infra.Components.Networking;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Networking;

public sealed class StoreTierTests
{
    [Fact]
    public async Task A_database_is_reached_from_groups_on_its_port_and_reaches_nothing_itself()
    {
        var (web, pool, database) = (new WebTier(), new DatabaseProxyTier(), new DatabaseTier());
        var plan = await Plan.Of(() => _ = new Firewall("wall", new()
        {
            Naming = Places.Naming,
            Location = Places.Frankfurt,
            VpcId = "vpc-1",
            Flows = [web.CanReach(database), web.CanReach(pool), pool.CanReach(database)],
        }));

        plan.Some("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
            .Select(rule => (rule.Text("securityGroupId"), rule.Text("referencedSecurityGroupId"), rule.Number("fromPort"), rule.At("cidrIpv4"))).ShouldBe(
            [
                ("wall-database-id", "wall-web-id", 3306, null),
                ("wall-database-proxy-id", "wall-web-id", 3306, null),
                ("wall-database-id", "wall-database-proxy-id", 3306, null),
            ]);
        plan.Some("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").ShouldAllBe(rule => rule.Text("securityGroupId") != "wall-database-id");
        plan.One("aws:ec2/securityGroup:SecurityGroup", "wall-database").Text("tags.infra:tier").ShouldBe("database");
    }

    [Fact]
    public void Each_engine_of_databases_has_a_port_and_a_tier_of_its_own()
    {
        var web = new WebTier();

        StoreTier[] stores =
        [
            new DatabaseTier(), new PostgreSqlTier(), new DatabaseProxyTier(), new PostgreSqlProxyTier(), new DocumentTier(),
            new WideColumnTier(), new GraphTier(),
        ];
        stores.Select(store => (store.Key, web.CanReach(store).Ports.Single())).ShouldBe(
        [
            ("database", 3306), ("postgresql", 5432), ("database-proxy", 3306), ("postgresql-proxy", 5432), ("document", 27017),
            ("wide-column", 9142), ("graph", 8182),
        ]);
    }
}

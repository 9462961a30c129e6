using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Data;

internal static class SubnetGroupCases
{
    private const string Rule = "rds-own-subnet-group";
    private const string Instance = "aws:rds/instance:Instance";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of(Rule, Instance,
            (Pass, "named", """{ "dbSubnetGroupName": "data" }"""),
            (Pass, "a replica beside its source", """{ "replicateSourceDb": "orders" }"""),
            (Fail, "none", "{}"),
            (Fail, "the default one", """{ "dbSubnetGroupName": "default" }"""),
            (Fail, "a replica in another region", """{ "replicateSourceDb": "arn:aws:rds:eu-central-1:123456789012:db:orders" }"""),
            (Undetermined, "a replica, perhaps in another region", """{ "replicateSourceDb": "<unknown>" }"""),
            (Undetermined, "not known", """{ "dbSubnetGroupName": "<unknown>" }""")),
        .. Of(Rule, "aws:rds/cluster:Cluster", (Pass, "of a cluster", """{ "dbSubnetGroupName": "data" }"""), (Fail, "none of a cluster", "{}")),
        .. Of(Rule, "aws:docdb/cluster:Cluster", (Fail, "none of documents", "{}")),
        .. Of(Rule, "aws:neptune/cluster:Cluster",
            (Pass, "of a graph", """{ "neptuneSubnetGroupName": "data" }"""), (Fail, "none of a graph", "{}")),
        Passes(Rule, "made by the program", new SampleProgram().Add("aws:rds/subnetGroup:SubnetGroup", "data")
            .Add(Instance, "it", """{ "dbSubnetGroupName": "<unknown:data>" }""")),
    ];
}

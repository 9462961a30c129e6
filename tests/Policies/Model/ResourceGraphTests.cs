using Infra.Policies;

namespace Infra.Tests.Policies.Model;

public sealed class ResourceGraphTests
{
    private const string Vpc = "aws:ec2/vpc:Vpc";
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Policy = "aws:iam/policy:Policy";

    [Theory]
    [InlineData("\"main\"", ReferenceState.Resolved)]
    [InlineData("\"<unknown:main>\"", ReferenceState.Resolved)]
    [InlineData("\"<unknown:main:other>\"", ReferenceState.Ambiguous)]
    [InlineData("\"<unknown>\"", ReferenceState.Unknown)]
    [InlineData("\"<unknown:logs>\"", ReferenceState.Unknown)]
    [InlineData("\"vpc-0123\"", ReferenceState.Foreign)]
    [InlineData("null", ReferenceState.Absent)]
    public void A_reference_says_how_much_is_known_of_its_target(string written, ReferenceState expected)
    {
        var graph = new SampleProgram().Add(Vpc, "main").Add(Vpc, "other").Add(Bucket, "logs")
            .Add(Subnet, "a", $$"""{ "vpcId": {{written}} }""").Graph();
        var subnet = graph.OfType(Subnet).Single();

        graph.Resolve(subnet, subnet["vpcId"], Vpc).State.ShouldBe(expected);
    }

    [Theory]
    [InlineData("eu-central-1", "dead", ReferenceState.Resolved)]
    [InlineData("us-east-1", "dead", ReferenceState.Foreign)]
    [InlineData("eu-central-1", "other", ReferenceState.Foreign)]
    public void An_arn_that_is_written_out_means_the_resource_of_its_name_and_region(string region, string name, ReferenceState expected)
    {
        const string Queue = "aws:sqs/queue:Queue";
        var graph = new SampleProgram().Add(Queue, "letters", """{ "name": "dead", "region": "eu-central-1", "arn": "<unknown>" }""")
            .Add("aws:sqs/redrivePolicy:RedrivePolicy", "redrive", $$"""{ "redrivePolicy": "arn:aws:sqs:{{region}}:123456789012:{{name}}" }""").Graph();
        var policy = graph.OfType("aws:sqs/redrivePolicy:RedrivePolicy").Single();

        graph.Resolve(policy, policy["redrivePolicy"], Queue).State.ShouldBe(expected);
    }

    [Fact]
    public void What_points_to_a_resource_is_found_whatever_was_asked_for_before()
    {
        const string DefaultVpc = "aws:ec2/defaultVpc:DefaultVpc";
        string[] own = [Vpc], all = [Vpc, DefaultVpc], subnets = [Subnet];
        var graph = new SampleProgram().Add(Vpc, "main").Add(DefaultVpc, "given").Add(Subnet, "a", """{ "vpcId": "given" }""").Graph();
        var given = graph.OfType(DefaultVpc).Single();

        graph.PointingTo(graph.OfType(Vpc).Single(), own, subnets, "vpcId").ShouldBeEmpty();
        graph.PointingTo(given, all, subnets, "vpcId").ShouldHaveSingleItem();
    }

    [Fact]
    public void Two_resources_of_one_id_are_ambiguous()
    {
        var graph = new SampleProgram().Add(Vpc, "a", """{ "id": "vpc-1" }""").Add(Vpc, "b", """{ "id": "vpc-1" }""")
            .Add(Subnet, "s", """{ "vpcId": "vpc-1" }""").Graph();

        graph.EdgesOf(graph.OfType(Subnet).Single()).Select(edge => (edge.To.Name, edge.Ambiguous)).ShouldBe([("a", true), ("b", true)]);
    }

    [Fact]
    public void A_property_points_by_value_by_what_it_was_computed_from_or_from_within_a_document()
    {
        var graph = new SampleProgram().Add(Vpc, "main").Add(Bucket, "logs", """{ "arn": "arn:aws:s3:::logs" }""")
            .Add(Subnet, "a", """{ "vpcId": "main" }""")
            .Add(Subnet, "b", """{ "vpcId": "<unknown:main>" }""")
            .Add(Policy, "write", """{ "policy": "{\"Statement\":[{\"Effect\":\"Allow\",\"Resource\":[\"arn:aws:s3:::logs/*\"]}]}" }""").Graph();

        graph.Nodes.SelectMany(graph.EdgesOf).Select(edge => (edge.From.Name, edge.Property, edge.To.Name, edge.Evidence)).ShouldBe(
        [
            ("a", "vpcId", "main", EdgeEvidence.Value),
            ("b", "vpcId", "main", EdgeEvidence.Dependency),
            ("write", "policy", "logs", EdgeEvidence.Document),
        ]);
        graph.EdgesInto(graph.OfType(Vpc).Single()).Select(edge => edge.From.Name).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void An_output_that_the_provider_computes_is_not_an_unknown_decision()
    {
        var resource = new SampleProgram().Add(Bucket, "logs", """{ "tags": "<unknown>" }""").Resources().Single();
        resource.Properties.Fields["acl"] = resource.Properties.Fields["tags"].Clone();
        var bucket = ResourceGraph.From([resource]).Nodes.Single();

        bucket["tags"].IsUnknown.ShouldBeTrue();
        bucket["acl"].IsAbsent.ShouldBeTrue();
    }

    [Fact]
    public void A_secret_taints_what_is_inside_and_is_never_shown()
    {
        var value = new SampleProgram().Add(Bucket, "logs", """{ "tags": { "<secret>": { "Owner": "hunter22", "list": ["hunter22"] } } }""")
            .Graph().Nodes.Single()["tags"];

        value["Owner"].IsSecret.ShouldBeTrue();
        value["Owner"].Text.ShouldBe("hunter22");
        $"{value} {value["Owner"]} {value["list"]}".ShouldNotContain("hunter22");
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("false", false)]
    [InlineData("\"maybe\"", null)]
    [InlineData("null", null)]
    public void A_truth_value_may_be_written_as_text(string written, bool? expected) =>
        new SampleProgram().Add(Bucket, "logs", $$"""{ "flag": {{written}} }""").Graph().Nodes.Single()["flag"].Truth.ShouldBe(expected);
}

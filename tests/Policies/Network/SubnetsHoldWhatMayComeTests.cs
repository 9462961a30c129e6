namespace Infra.Tests.Policies.Network;

public sealed class SubnetsHoldWhatMayComeTests
{
    private const string Rule = "subnet-capacity";

    [Fact]
    public void A_subnet_that_is_too_small_is_told_with_both_numbers_and_all_who_come_for_sure() => RoomCases.Small()
        .Machines("worker", "3", "\"small\"").Machines("app", "4", "\"small\"").Machines("batch", "2", "\"<unknown:small:large>\"")
        .Add("aws:lb/loadBalancer:LoadBalancer", "edge", """{ "subnets": ["small"] }""").Told(Rule)
        .ShouldBe(["Fail cidrBlock: small: it has 11 addresses, and 15 may be needed when a zone is lost, by app, edge, worker"]);

    [Theory]
    [InlineData("10.0.0.0/30")]
    [InlineData("10.0.0.0/32")]
    public void A_block_that_AWS_keeps_whole_has_no_addresses(string block) => RoomCases.Small(block).Machines("app", "1", "\"small\"")
        .Told(Rule)
        .ShouldBe(["Fail cidrBlock: small: it has 0 addresses, and 1 may be needed when a zone is lost, by app"]);

    [Fact]
    public void A_subnet_that_is_perhaps_too_small_is_told_with_its_block() => RoomCases.Small()
        .Machines("app", "\"<unknown>\"", "\"small\"").Told(Rule)
        .ShouldBe(["Undetermined cidrBlock: small: whether 10.0.0.0/28 holds what may come is not known before the deployment"]);
}

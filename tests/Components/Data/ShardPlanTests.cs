using FsCheck;
using FsCheck.Fluent;
using Infra.Components.Data;

namespace Infra.Tests.Components.Data;

public sealed class ShardPlanTests
{
    private static readonly Shard[] BySlots = [Slots("a", 0, 8191), Slots("b", 8192, 16383)];
    private static readonly Shard[] ByKeys = [Keys("a-to-m", ""), Keys("n-to-z", "n")];

    [Theory]
    [InlineData("", 1090)]
    [InlineData("user-1", 2532)]
    [InlineData("Jürgen", 13938)]
    public void The_slot_of_a_key_never_changes(string key, int slot) => ShardPlan.SlotOf(key).ShouldBe(slot);

    [Theory]
    [InlineData("", "a-to-m")]
    [InlineData("mueller", "a-to-m")]
    [InlineData("n", "n-to-z")]
    [InlineData("zoe", "n-to-z")]
    [InlineData("ägir", "n-to-z")]
    public void Keys_are_ordered_by_their_bytes(string key, string shard) => new ShardPlan(ByKeys).ShardOf(key).ShouldBe(shard);

    [Fact]
    public void A_function_has_its_shard_and_an_unknown_one_has_none()
    {
        var plan = new ShardPlan([Functions("people", "users", "profiles"), Functions("goods", "products")]);

        (plan.ShardOf("profiles"), plan.ShardOf("products"), plan.ShardOf("forums")).ShouldBe(("people", "goods", null));
    }

    [Fact]
    public void Every_key_has_a_shard() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(),
                key => new ShardPlan(BySlots).ShardOf(key.Get) is "a" or "b" && new ShardPlan(ByKeys).ShardOf(key.Get) is not null)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_new_shard_takes_keys_from_one_other_and_moves_no_other_key()
    {
        var before = new ShardPlan(BySlots);
        var after = new ShardPlan([Slots("a", 0, 8191), Slots("b", 8192, 12287), Slots("c", 12288, 16383)]);

        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), key =>
            before.ShardOf(key.Get) == after.ShardOf(key.Get) || (before.ShardOf(key.Get), after.ShardOf(key.Get)) == ("b", "c")).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Keys_spread_evenly_over_slots()
    {
        var inA = Enumerable.Range(0, 10_000).Count(number => new ShardPlan(BySlots).ShardOf($"user-{number}") == "a");

        inA.ShouldBeInRange(4_800, 5_200);
    }

    public static TheoryData<Shard[], string[]> Wrong => new()
    {
        { [], ["It has no shard; expected is at least one."] },
        { [Slots("A", 0, 16383)], ["The shard key 'A' names a database; expected are lower-case words joined by hyphens."] },
        { [Slots("a", 0, 8191), Slots("a", 8192, 16383)], ["The shard key 'a' is given 2 times; each names one database."] },
        { [Slots("a", 0, 16383), Keys("b", "")], ["Its shards are cut in different ways; expected is one: by slots, by keys or by functions."] },
        {
            [Slots("a", 10, 99), Slots("b", 200, 16000)],
            ["Slots 0 to 9 belong to no shard.", "Slots 100 to 199 belong to no shard.", "Slots 16001 to 16383 belong to no shard."]
        },
        { [Slots("a", 0, 9000), Slots("b", 8192, 16383)], ["Slots 8192 to 9000 belong to 'b' and to another shard."] },
        {
            [Slots("a", 0, 16383), Slots("b", 5, 4), Slots("c", 0, 16384)],
            [
                "Shard 'c' holds slots 0 to 16384; allowed are 0 to 16383, the first not after the last.",
                "Shard 'b' holds slots 5 to 4; allowed are 0 to 16383, the first not after the last.",
            ]
        },
        { [Keys("a", "c"), Keys("b", "c")], ["Keys before 'c' belong to no shard; one begins with \"\".", "Keys from 'c' belong to 'a' and 'b'."] },
        {
            [Functions("a"), Functions("b", "users"), Functions("c", "users")],
            ["Shard 'a' has no function; expected is at least one.", "The function 'users' belongs to 'b' and 'c'."]
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Data_without_a_shard_or_with_two_is_told(Shard[] shards, string[] problems) => new ShardPlan(shards).Check().ShouldBe(problems);

    private static Shard Slots(string key, int first, int last) => new() { Key = key, Slice = ShardSlice.Slots(first, last) };

    private static Shard Keys(string key, string from) => new() { Key = key, Slice = ShardSlice.KeysFrom(from) };

    private static Shard Functions(string key, params string[] names) => new() { Key = key, Slice = ShardSlice.Functions(names) };
}

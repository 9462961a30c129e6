using Pulumi;
using Vectors.Provider;

namespace Infra.Tests.Sdk.Contract;

public sealed class OptionTests
{
    [Fact]
    public void Merging_nothing_with_nothing_gives_new_options() =>
        CustomResourceOptions.Merge(null, null).ShouldNotBeNull().Protect.ShouldBeNull();

    [Fact]
    public void A_merge_takes_single_values_of_the_second_and_all_values_of_lists()
    {
        var first = new CustomResourceOptions { Protect = true, Version = "1", IgnoreChanges = { "a" }, AdditionalSecretOutputs = { "s" } };
        var second = new CustomResourceOptions { Protect = false, IgnoreChanges = { "a", "b" } };
        var merged = CustomResourceOptions.Merge(first, second);

        merged.Protect.ShouldBe(false);
        merged.Version.ShouldBe("1");
        merged.IgnoreChanges.ShouldBe(["a", "a", "b"]);
        merged.AdditionalSecretOutputs.ShouldBe(["s"]);
        first.IgnoreChanges.ShouldBe(["a"]);
    }

    [Fact]
    public void A_merge_takes_the_timeouts_as_a_whole() =>
        CustomResourceOptions.Merge(
                new() { CustomTimeouts = new() { Create = TimeSpan.FromMinutes(1) } },
                new() { CustomTimeouts = new() { Delete = TimeSpan.FromMinutes(2) } })
            .CustomTimeouts!.Create.ShouldBeNull();

    [Fact]
    public void A_merge_takes_variables_by_key() =>
        CustomResourceOptions.Merge(new() { EnvVarMappings = { ["A"] = "1", ["B"] = "1" } }, new() { EnvVarMappings = { ["A"] = "2" } })
            .EnvVarMappings.OrderBy(entry => entry.Key).ShouldBe([new("A", "2"), new("B", "1")]);

    [Fact]
    public async Task A_merge_of_components_keeps_one_provider_for_each_package() => await TestRun.PreviewAsync(() =>
    {
        var (first, second, other) = (new TestProvider("first"), new TestProvider("second"), new OtherProvider("other"));
        var merged = ComponentResourceOptions.Merge(new() { Providers = { first, other } }, new() { Providers = { second } });

        merged.Providers.ShouldBe([second, other], ignoreOrder: true);
    });

    [Fact]
    public async Task Dependencies_of_both_are_joined() => await TestRun.PreviewAsync(async () =>
    {
        var (a, b) = (new Thing("a"), new Thing("b"));
        var merged = CustomResourceOptions.Merge(new() { DependsOn = a }, new() { DependsOn = { a, b } });

        (await merged.DependsOn.ToOutput().ValueAsync()).ShouldBe([a, a, b]);
    });

    [Fact]
    public async Task The_options_of_the_caller_stay_as_they_are() => await TestRun.PreviewAsync(() =>
    {
        var parent = new Group("g", new() { Protect = true, Provider = new TestProvider("p") });
        var options = new CustomResourceOptions { Parent = parent };
        _ = new Thing("a", null, options);

        (options.Protect, options.Provider, options.Version).ShouldBe((null, null, null));
    });

    [Fact]
    public async Task A_child_takes_its_packages_provider_from_above()
    {
        var mocks = new RecordingMocks();
        await TestRun.PreviewAsync(() =>
        {
            var group = new Group("g", new() { Providers = { new TestProvider("p"), new OtherProvider("o") } });
            var team = new Team("t", new() { Parent = group });
            _ = new Thing("thing", null, new() { Parent = team });
            _ = new Item("item", null, new() { Parent = team });
            _ = new Thing("own", null, new() { Parent = team, Provider = new TestProvider("q") });
        }, mocks);

        mocks.Named("thing").Provider.ShouldEndWith("pulumi:providers:test::p::p-id");
        mocks.Named("item").Provider.ShouldEndWith("pulumi:providers:other::o::o-id");
        mocks.Named("own").Provider.ShouldEndWith("pulumi:providers:test::q::q-id");
    }

    [Fact]
    public async Task A_component_may_not_have_both_provider_and_providers()
    {
        var messages = await TestRun.FailureOfAsync(() => TestRun.PreviewAsync(() =>
        {
            var provider = new TestProvider("p");
            _ = new Group("g", new() { Provider = provider, Providers = { provider } });
        }));

        messages.ShouldHaveSingleItem().ShouldContain("Do not supply both 'provider' and 'providers' options to a ComponentResource.");
    }

    [Fact]
    public async Task An_empty_id_means_a_new_resource()
    {
        var mocks = new RecordingMocks();
        await TestRun.UpdateAsync(() => { _ = new CustomResource("a:b:C", "n", null, new CustomResourceOptions { Id = "" }); }, mocks);

        mocks.Named("n").Id.ShouldBe("");
    }

    [Fact]
    public async Task An_alias_is_one_thing_or_the_other()
    {
        Task<IReadOnlyList<string>> FailureAsync(Alias alias) =>
            TestRun.FailureOfAsync(() => TestRun.UpdateAsync(() => { _ = new Thing("a", null, new() { Aliases = { alias } }); }));

        (await FailureAsync(new() { Urn = "urn:pulumi:s::p::t:m:T::n", Name = "n" }))[0].ShouldContain(nameof(ArgumentException));
        (await FailureAsync(new() { NoParent = true, ParentUrn = "urn:pulumi:s::p::t:m:T::n" }))[0].ShouldContain(nameof(ArgumentException));
    }
}

using Pulumi;
using Vectors.Provider;

namespace Infra.Tests.Sdk.Contract;

public sealed class TransformationTests
{
    [Fact]
    public async Task Own_transformations_run_first_and_those_of_the_ancestors_after()
    {
        var order = new List<string>();
        await TestRun.PreviewAsync(() =>
        {
            var outer = new Group("outer", new() { ResourceTransformations = { Note(order, "outer") } });
            var inner = new Team("inner", new() { Parent = outer, ResourceTransformations = { Note(order, "inner") } });
            _ = new Thing("a", null, new() { Parent = inner, ResourceTransformations = { Note(order, "own 1"), Note(order, "own 2") } });
        });

        order.Where(entry => entry.StartsWith("a ", StringComparison.Ordinal)).ShouldBe(["a own 1", "a own 2", "a inner", "a outer"]);
        order.ShouldContain("inner inner");
        order.ShouldContain("outer outer");
    }

    [Fact]
    public async Task Those_of_the_stack_reach_everything_and_the_stack_itself()
    {
        TransformedStack.Seen.Value = [];
        await Deployment.TestAsync<TransformedStack>(new RecordingMocks());

        TransformedStack.Seen.Value.ShouldBe(["pulumi:pulumi:Stack", "my:lib:Group", "test:index:Thing", "pulumi:providers:test"]);
    }

    [Fact]
    public async Task Those_of_the_stack_do_not_see_what_is_only_fetched_by_its_URN()
    {
        var seen = new List<string>();
        ReferringStack.Transformation.Value = args =>
        {
            seen.Add($"{args.Resource.GetResourceType()} {args.Resource.GetResourceName()}");
            return null;
        };
        var mocks = new RecordingMocks();

        await Deployment.TestAsync<ReferringStack>(mocks);

        mocks.Named("user").Inputs["res"].ShouldBeOfType<Thing>();
        seen.ShouldBe(["pulumi:pulumi:Stack project-stack", "test:index:Thing used", "test:index:Thing user"]);
    }

    [Fact]
    public async Task They_see_typed_args_and_the_options_of_the_class_but_nothing_inherited()
    {
        ResourceTransformationArgs? seen = null;
        await TestRun.PreviewAsync(() =>
        {
            var group = new Group("g", new() { Protect = true, Provider = new TestProvider("p") });
            _ = new Thing("a", new() { Str = "s" }, new() { Parent = group, ResourceTransformations = { args => { seen = args; return null; } } });
        });

        seen!.Value.Args.ShouldBeOfType<ThingArgs>();
        seen.Value.Resource.GetResourceName().ShouldBe("a");
        var options = seen.Value.Options.ShouldBeOfType<CustomResourceOptions>();
        (options.Version, options.Protect, options.Provider).ShouldBe(("1.0.0", null, null));
    }

    [Fact]
    public async Task A_change_in_place_counts_and_so_does_a_result()
    {
        var mocks = new RecordingMocks();
        await TestRun.PreviewAsync(() =>
        {
            _ = new Thing("mutated", new(), new() { ResourceTransformations = { args => { ((ThingArgs)args.Args).Str = "changed"; return null; } } });
            _ = new Thing("replaced", new(), new()
            {
                ResourceTransformations = { args => new ResourceTransformationResult(new ThingArgs { Str = "other" }, args.Options) },
            });
        }, mocks);

        mocks.Named("mutated").Inputs["str"].ShouldBe("changed");
        mocks.Named("replaced").Inputs["str"].ShouldBe("other");
    }

    [Fact]
    public async Task The_parent_cannot_be_changed() => await TestRun.PreviewAsync(() =>
    {
        var group = new Group("g");
        var options = new CustomResourceOptions
        {
            ResourceTransformations =
            {
                args => new ResourceTransformationResult(
                    args.Args, CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new() { Parent = group })),
            },
        };

        Should.Throw<ArgumentException>(() => new Thing("a", null, options)).Message
            .ShouldContain("Transformations cannot currently be used to change the 'parent' of a resource.");
    });

    [Fact]
    public async Task Transforms_are_accepted_and_never_run_under_mocks()
    {
        var ran = false;
        await TestRun.UpdateAsync(() =>
        {
            _ = new Thing("a", null, new() { ResourceTransforms = { (args, _) => { ran = true; return Task.FromResult<ResourceTransformResult?>(null); } } });
        });

        ran.ShouldBeFalse();
    }

    private static ResourceTransformation Note(List<string> order, string entry) => args =>
    {
        order.Add($"{args.Resource.GetResourceName()} {entry}");
        return null;
    };

    private sealed class ReferringStack : Stack
    {
        public ReferringStack()
            : base(new StackOptions { ResourceTransformations = { Transformation.Value! } })
        {
            _ = new Thing("user", new() { Res = new Thing("used") });
        }

        public static AsyncLocal<ResourceTransformation> Transformation { get; } = new();
    }

    private sealed class TransformedStack : Stack
    {
        public TransformedStack()
            : base(new StackOptions { ResourceTransformations = { Note } })
        {
            _ = new Thing("a", null, new() { Parent = new Group("g") });
            _ = new TestProvider("p");
        }

        public static AsyncLocal<List<string>> Seen { get; } = new();

        private static ResourceTransformationResult? Note(ResourceTransformationArgs args)
        {
            Seen.Value!.Add(args.Resource.GetResourceType());
            return null;
        }
    }
}

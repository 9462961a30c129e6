using Pulumi;
using Pulumi.Testing;
using Vectors.Provider;

namespace Infra.Tests.Sdk.Contract;

public sealed class DeploymentTests
{
    [Fact]
    public async Task A_program_without_an_engine_says_so() =>
        (await Should.ThrowAsync<InvalidOperationException>(Deployment.RunAsync(() => { }))).Message
            .ShouldBe("Program run without the Pulumi engine available; re-run using the `pulumi` CLI");

    [Fact]
    public async Task The_deployment_is_that_of_its_own_flow()
    {
        await TestRun.PreviewAsync(() => Deployment.Instance.ProjectName.ShouldBe("project"));

        Should.Throw<InvalidOperationException>(() => Deployment.Instance).Message.ShouldBe("Trying to acquire Deployment.Instance before 'Run' was called.");
    }

    [Fact]
    public async Task A_deployment_cannot_run_inside_another() => await TestRun.PreviewAsync(async () =>
        (await Should.ThrowAsync<InvalidOperationException>(TestRun.PreviewAsync(() => { }))).Message
            .ShouldBe("Deployment.Instance should only be set once at the beginning of a 'Run' call."));

    [Fact]
    public async Task Runs_in_separate_flows_do_not_see_each_other()
    {
        async Task<string> RunAsync(int index)
        {
            var mocks = new RecordingMocks();
            await Deployment.TestAsync(mocks, new TestOptions { ProjectName = $"p{index}" }, async () =>
            {
                await Task.Yield();
                _ = new Thing(Deployment.Instance.ProjectName);
            });
            return mocks.Resources.Single().Name!;
        }

        (await Task.WhenAll(Enumerable.Range(0, 20).Select(index => Task.Run(() => RunAsync(index)))))
            .ShouldBe(Enumerable.Range(0, 20).Select(index => $"p{index}"));
    }

    [Fact]
    public async Task Tests_have_names_of_their_own_unless_they_say_otherwise()
    {
        await TestRun.PreviewAsync(() =>
        {
            var instance = Deployment.Instance;
            (instance.ProjectName, instance.StackName, instance.OrganizationName, instance.IsDryRun).ShouldBe(("project", "stack", "organization", true));
            Should.Throw<InvalidOperationException>(() => instance.RootDirectory);
        });
        var options = new TestOptions { ProjectName = "p", StackName = "s", OrganizationName = "o", RootDirectory = "/r", IsPreview = false };
        await Deployment.TestAsync(new RecordingMocks(), options, () =>
        {
            var instance = Deployment.Instance;
            (instance.ProjectName, instance.StackName, instance.OrganizationName, instance.IsDryRun).ShouldBe(("p", "s", "o", false));
            instance.RootDirectory.ShouldBe("/r");
        });
    }

    [Fact]
    public async Task Without_options_a_test_is_a_preview() =>
        await Deployment.TestAsync(new RecordingMocks(), new TestOptions(), () => Deployment.Instance.IsDryRun.ShouldBeTrue());

    [Fact]
    public async Task A_stack_class_is_among_its_resources()
    {
        var resources = await Deployment.TestAsync<OneThing>(new RecordingMocks());

        resources.Select(resource => resource.GetResourceName()).ShouldBe(["project-stack", "a"]);
    }

    [Fact]
    public async Task The_output_properties_of_a_stack_class_are_the_stacks_outputs()
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync<OneThing>(mocks, new TestOptions { IsPreview = false });

        (await mocks.Outputs.ShouldHaveSingleItem().Outputs["id"].ValueAsync()).ShouldBe("a-id");
    }

    [Fact]
    public async Task An_output_property_of_a_stack_that_is_not_set_is_an_error() =>
        (await TestRun.FailureOfAsync(() => Deployment.TestAsync<Forgetful>(new RecordingMocks()))).ShouldBe(
            ["Output(s) 'x' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor."]);

    [Fact]
    public async Task A_stack_can_come_from_a_service_provider()
    {
        var resources = await Deployment.TestWithServiceProviderAsync<Named>(new RecordingMocks(), new OneService());

        resources.Select(resource => resource.GetResourceName()).ShouldBe(["project-stack", "from the services"]);
    }

    [Fact]
    public async Task Every_form_of_a_program_runs()
    {
        var options = new TestOptions();
        var mocks = new RecordingMocks();

        (await Deployment.TestAsync(mocks, options, () => { _ = new Thing("a"); })).Length.ShouldBe(1);
        (await Deployment.TestAsync(mocks, options, async () => { await Task.Yield(); _ = new Thing("a"); })).Length.ShouldBe(1);
        var (resources, outputs) = await Deployment.TestAsync(mocks, options, async () =>
        {
            await Task.Yield();
            return (IDictionary<string, object?>)new Dictionary<string, object?> { ["id"] = new Thing("a").Id };
        });
        resources.Length.ShouldBe(1);
        outputs.Keys.ShouldBe(["id"]);
    }

    private sealed class OneThing : Stack
    {
        public OneThing() => Id = new Thing("a").Id;

        [Output("id")]
        public Output<string> Id { get; private set; }
    }

    private sealed class Forgetful : Stack
    {
        [Output("x")]
        public Output<string>? X { get; set; }
    }

    private sealed class Named : Stack
    {
        public Named(string name) => _ = new Thing(name);
    }

    private sealed class OneService : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(Named) ? new Named("from the services") : null;
    }
}

using Moq;
using Pulumi.Testing;
using Vectors.Provider;

namespace Infra.Tests.Sdk.Contract;

/// <summary>Many write their mocks with Moq: what it makes of the interface plays the cloud as well as a class does.</summary>
public sealed class MoqTests
{
    [Fact]
    public async Task Each_resource_is_answered_by_the_setup_that_fits_it()
    {
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Name == "a")))
            .ReturnsAsync(("id-of-a", new Dictionary<string, object>()));
        mocks.Setup(mock => mock.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Name != "a")))
            .ReturnsAsync(("id-of-another", new Dictionary<string, object>()));

        var resources = await TestRun.UpdateAsync(() =>
        {
            _ = new Thing("a");
            _ = new Thing("b");
        }, mocks.Object);

        var ids = await Task.WhenAll(resources.OfType<Thing>().Select(thing => Pulumi.Utilities.OutputUtilities.GetValueAsync(thing.Id)));
        ids.ShouldBe(["id-of-a", "id-of-another"]);
        mocks.Verify(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>()), Times.Exactly(2));
        mocks.Verify(mock => mock.CallAsync(It.IsAny<MockCallArgs>()), Times.Never);
    }

    [Fact]
    public async Task What_a_strict_mock_was_not_told_of_fails_the_program()
    {
        var mocks = new Mock<IMocks>(MockBehavior.Strict);
        mocks.Setup(mock => mock.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Name == "expected")))
            .ReturnsAsync(("id", new Dictionary<string, object>()));

        var failure = await Record.ExceptionAsync(() => TestRun.UpdateAsync(() =>
        {
            _ = new Thing("expected");
            _ = new Thing("surprise");
        }, mocks.Object));

        failure.ShouldNotBeNull().ToString().ShouldContain("invocation failed with mock behavior Strict");
    }
}

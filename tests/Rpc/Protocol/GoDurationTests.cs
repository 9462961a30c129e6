using Infra.Rpc.Protocol;

namespace Infra.Tests.Rpc.Protocol;

public sealed class GoDurationTests
{
    [Theory]
    [InlineData("5400000000000ns", 5400)]
    [InlineData("1h30m0.5s", 5400.5)]
    [InlineData("0.29s", 0.29)]
    [InlineData("250ms", 0.25)]
    [InlineData("1500us", 0.0015)]
    [InlineData("1500µs", 0.0015)]
    [InlineData("300ns", 0.0000003)]
    public void Every_unit_counts(string text, double seconds) => GoDuration.Parse(text)!.Value.TotalSeconds.ShouldBe(seconds);

    [Fact]
    public void An_empty_text_is_no_duration() => GoDuration.Parse("").ShouldBeNull();

    [Theory]
    [InlineData("90")]
    [InlineData("1.2.3s")]
    [InlineData("1 h")]
    [InlineData("-1s")]
    public void Anything_else_is_refused(string text) =>
        Should.Throw<FormatException>(() => GoDuration.Parse(text)).Message.ShouldBe($"'{text}' is not a duration; write for example 90s, 30m or 1h30m.");
}

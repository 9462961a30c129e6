using Infra.Review.Engine;
using Infra.Review.Model;
using Infra.Review.Secrets;

namespace Infra.Tests.Review.Engine;

public sealed class DiagnosticLogTests
{
    private readonly DiagnosticLog _log = new(new SecretTexts([]), progress: null);

    [Fact]
    public void Two_streams_are_told_one_after_the_other_whichever_was_read_first()
    {
        foreach (var index in new[] { 1, 2, 10 })
        {
            _log.AddError(new($"err {index}"));
            _log.AddOutput(new($"out {index}"));
        }

        Texts().ShouldBe(["out 1", "out 2", "out 10", "err 1", "err 2", "err 10"]);
    }

    [Fact]
    public void One_stream_does_not_take_the_room_of_the_other()
    {
        for (var index = 0; index <= DiagnosticLog.MostLines; index++) _log.AddOutput(new($"out {index}"));
        for (var index = 0; index < DiagnosticLog.MostLines; index++) _log.AddError(new($"err {index}"));

        Texts().Count(text => text.StartsWith("out ", StringComparison.Ordinal)).ShouldBe(DiagnosticLog.MostLines);
        Texts().Count(text => text.StartsWith("err ", StringComparison.Ordinal)).ShouldBe(DiagnosticLog.MostLines);
        Texts().Where(text => text.Contains("were cut", StringComparison.Ordinal)).ShouldBe(["1 more lines of stdout were cut; the first 2000 are kept."]);
    }

    [Fact]
    public void What_is_logged_by_chance_is_sorted_as_people_count()
    {
        foreach (var index in new[] { 11, 2, 1, 10, 2 }) _log.Add(DiagnosticSeverity.Info, $"line {index}");
        _log.Add(DiagnosticSeverity.Info, "line 02");

        Texts().ShouldBe(["line 1", "line 02", "line 2", "line 10", "line 11"]);
    }

    [Fact]
    public void Who_watches_sees_no_secret_that_is_known_by_then()
    {
        var watcher = new Watcher();
        var secrets = new SecretTexts(["configured-secret"]);
        var log = new DiagnosticLog(secrets, watcher);

        log.AddOutput(new("configured-secret"));
        secrets.Add(PropertyDictionary.Of([new("password", new PropertyValue.Secret(new PropertyValue.Text("registered-secret")))]));
        log.Add(DiagnosticSeverity.Warning, "it is registered-secret");

        watcher.Seen.ShouldBe(["[secret]", "it is [secret]"]);
    }

    private sealed class Watcher : IProgress<PreviewProgress>
    {
        public List<string> Seen { get; } = [];

        public void Report(PreviewProgress value) => Seen.Add(((PreviewProgress.Said)value).Diagnostic.Message);
    }

    private List<string> Texts() => [.. _log.All().Select(diagnostic => diagnostic.Message)];
}

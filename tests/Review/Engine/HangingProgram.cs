using Infra.Review.Engine;
using Infra.Review.Model;
using Infra.Tests.Review.Reporting;

namespace Infra.Tests.Review.Engine;

/// <summary>Waits until a program hangs, having said and registered all it ever will, and lets its time run out then.</summary>
internal sealed class HangingProgram : IProgress<PreviewProgress>
{
    private readonly Lock _lock = new();
    private readonly HurryingClock _clock;
    private readonly ScenarioProject _project;
    private readonly List<string> _unsaid;
    private bool _isRegistered;
    private bool _isOver;

    private HangingProgram(ScenarioProject project, IEnumerable<string> says, HurryingClock clock)
    {
        _clock = clock;
        _project = project;
        _unsaid = [.. says];
    }

    /// <param name="project">Its program hangs after it has registered one resource besides the stack.</param>
    /// <param name="says">What it says before.</param>
    /// <param name="options">Of the command.</param>
    public static Task<CommandResult> PreviewAsync(ScenarioProject project, IEnumerable<string> says, params IEnumerable<string> options) =>
        PreviewAsync(project, says, new HurryingClock(), options);

    public static Task<CommandResult> PreviewAsync(
        ScenarioProject project, IEnumerable<string> says, HurryingClock clock, params IEnumerable<string> options)
    {
        var program = new HangingProgram(project, says, clock);
        return CommandRun.Of(
            (request, _, cancellationToken) => OfflineEngine.PreviewAsync(request with { Clock = program._clock }, program, cancellationToken),
            ["preview", "dev", "--project", project.Folder, "--timeout", "600", .. options]);
    }

    public void Report(PreviewProgress value)
    {
        lock (_lock)
        {
            if (value is PreviewProgress.Registered { Count: 2 }) _isRegistered = true;
            if (value is PreviewProgress.Said said) _unsaid.RemoveAll(said.Diagnostic.Message.Contains);
            if (!_isRegistered || _unsaid.Count > 0 || _isOver) return;
            _isOver = true;
        }

        _ = RunOutOfTimeAsync();
    }

    private async Task RunOutOfTimeAsync()
    {
        await _project.ProgramAsync();
        _clock.Hurry();
    }
}

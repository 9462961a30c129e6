using Infra.Review.Model;
using Infra.Review.Reporting;

namespace Infra.Review.Commands;

/// <summary>Runs a program and tells what it would make: the offline engine.</summary>
public delegate Task<Preview> PreviewSource(PreviewRequest request, IProgress<PreviewProgress>? progress, CancellationToken cancellationToken);

/// <summary>What every command needs: somewhere to write and someone to run the program.</summary>
internal sealed record Session(Screen Screen, PreviewSource Source)
{
    /// <param name="request">What to run.</param>
    /// <param name="today">In UTC; decides which waivers have expired.</param>
    /// <param name="cancellationToken">Stops the program.</param>
    public async Task<ReviewedPreview> ReviewAsync(PreviewRequest request, DateOnly today, CancellationToken cancellationToken)
    {
        var preview = Screen.Progress is { } terminal
            ? await ProgressLine.WatchAsync(terminal, progress => Source(request, progress, cancellationToken))
            : await Source(request, null, cancellationToken);
        return ReviewedPreview.Of(preview, today);
    }
}

using Infra.Review.Model;
using Infra.Review.Reporting;

namespace Infra.Review.Commands;

/// <summary>Runs a program and tells what it would make: the offline engine.</summary>
public delegate Task<Preview> PreviewSource(PreviewRequest request, IProgress<PreviewProgress>? progress, CancellationToken cancellationToken);

/// <summary>What every command needs: somewhere to write and someone to run the program.</summary>
internal sealed record Session(Screen Screen, PreviewSource Source)
{
    public async Task<ReviewedPreview> ReviewAsync(PreviewRequest request, CancellationToken cancellationToken)
    {
        var preview = Screen.Progress is { } terminal
            ? await ProgressLine.WatchAsync(terminal, progress => Source(request, progress, cancellationToken))
            : await Source(request, null, cancellationToken);
        return ReviewedPreview.Of(preview);
    }
}

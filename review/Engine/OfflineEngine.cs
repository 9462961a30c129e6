using Infra.Review.Model;

namespace Infra.Review.Engine;

/// <summary>Runs a Pulumi program without Pulumi, cloud or network, and tells what it would make.</summary>
public static class OfflineEngine
{
    /// <exception cref="UserException">The project, the configuration or the program is at fault.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the program's processes are gone.</exception>
    public static Task<Preview> PreviewAsync(
        PreviewRequest request, IProgress<PreviewProgress>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The engine is not joined up yet.");
}

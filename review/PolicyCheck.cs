using Infra.Review.Engine;
using Infra.Review.Model;
using Infra.Review.Reporting;

namespace Infra.Review;

/// <summary>
/// The policies as a test: a program of the calling process runs under the offline engine, which sees what the real one sees
/// (parents, options, dependencies of each property), and gets the findings that <c>infra preview</c> would show.
/// </summary>
public static class PolicyCheck
{
    /// <summary><c>await PolicyCheck.RunAsync("prod", () => Deployment.RunAsync&lt;MyStack&gt;())</c></summary>
    /// <param name="stack">Its configuration is read from Pulumi.&lt;stack&gt;.yaml of the project.</param>
    /// <param name="program">Calls Deployment.RunAsync before it awaits anything else, and returns its result.</param>
    /// <param name="folder">In the project or below it; that of the running assembly if it is not given.</param>
    /// <exception cref="UserException">The project, the configuration or the program is at fault.</exception>
    public static Task<ReviewedPreview> RunAsync(string stack, Func<Task<int>> program, string? folder = null) =>
        RunAsync(
            new() { Folder = folder ?? AppContext.BaseDirectory, Stack = stack },
            program,
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));

    /// <summary>With everything that a preview can be told.</summary>
    /// <param name="request">What to preview, and how.</param>
    /// <param name="program">Calls Deployment.RunAsync before it awaits anything else, and returns its result.</param>
    /// <param name="today">In UTC; decides which waivers have expired.</param>
    /// <param name="cancellationToken">Ends the waiting; the program itself cannot be ended.</param>
    /// <exception cref="UserException">The project, the configuration or the program is at fault.</exception>
    public static async Task<ReviewedPreview> RunAsync(
        PreviewRequest request, Func<Task<int>> program, DateOnly today, CancellationToken cancellationToken = default) =>
        ReviewedPreview.Of(await OfflineEngine.PreviewAsync(request, program, cancellationToken), today);
}

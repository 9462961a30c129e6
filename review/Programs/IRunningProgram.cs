namespace Infra.Review.Programs;

/// <summary>A program that has been started.</summary>
public interface IRunningProgram : IAsyncDisposable
{
    /// <summary>The exit code, once it has ended.</summary>
    Task<int> WaitAsync(CancellationToken cancellationToken);

    void Kill();
}

namespace Infra.Review.Model;

/// <summary>What a preview is doing; reported from several threads.</summary>
public abstract record PreviewProgress
{
    private PreviewProgress() { }

    public sealed record Building(string Program) : PreviewProgress;

    public sealed record Running(string Program) : PreviewProgress;

    /// <param name="Count">Resources so far, the stack included.</param>
    public sealed record Registered(int Count) : PreviewProgress;

    /// <summary>A line of the program, as soon as it comes; those that stay are also in <see cref="Preview.Diagnostics"/>.</summary>
    public sealed record Said(Diagnostic Diagnostic) : PreviewProgress;
}

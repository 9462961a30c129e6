namespace Infra.Review.Model;

/// <summary>What to preview, and how.</summary>
public sealed record PreviewRequest
{
    /// <summary>Pulumi.yaml is looked for here and in the folders above.</summary>
    public required string Folder { get; init; }

    public required string Stack { get; init; }

    /// <summary><c>key=value</c> as given on the command line; they win over the stack's file.</summary>
    public IReadOnlyList<string> Config { get; init; } = [];

    /// <summary>Leave computed outputs unknown, as a real preview does, rather than synthesize them.</summary>
    public bool Unknowns { get; init; }

    /// <summary>How long the program may run without being heard of by the engine.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>What the timeout is measured with.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromMinutes(2);
}

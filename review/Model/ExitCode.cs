namespace Infra.Review.Model;

public enum ExitCode
{
    Clean = 0,

    /// <summary>Findings at or above <c>--fail-on</c>, or a change that would lose data.</summary>
    Findings = 1,

    /// <summary>Wrong usage or configuration.</summary>
    Configuration = 2,

    /// <summary>The program does not build, fails, hangs, or asks for what the engine cannot answer.</summary>
    Program = 3,

    /// <summary>Ctrl-C: 128 + SIGINT, the shells' convention.</summary>
    Interrupted = 130,

    /// <summary>128 + SIGTERM.</summary>
    Terminated = 143,
}

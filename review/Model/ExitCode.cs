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

    /// <summary>The terminal is gone: 128 + SIGHUP, the shells' convention.</summary>
    HungUp = 129,

    /// <summary>Ctrl-C: 128 + SIGINT.</summary>
    Interrupted = 130,

    /// <summary>Ctrl-\: 128 + SIGQUIT.</summary>
    Quit = 131,

    /// <summary>128 + SIGTERM.</summary>
    Terminated = 143,
}

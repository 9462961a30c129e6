using System.Globalization;

namespace Pulumi;

/// <summary>The variables by which the engine tells a program where it is and what to do.</summary>
internal sealed record EngineEnvironment(string MonitorAddress, string EngineAddress, DeploymentSettings Settings)
{
    /// <exception cref="InvalidOperationException">The program was not started by an engine.</exception>
    public static EngineEnvironment Read()
    {
        if (Variable("PULUMI_MONITOR") is { } monitor
            && Variable("PULUMI_ENGINE") is { } engine
            && Variable("PULUMI_PROJECT") is { } project
            && Variable("PULUMI_STACK") is { } stack
            && bool.TryParse(Variable("PULUMI_DRY_RUN"), out var isDryRun)
            && bool.TryParse(Variable("PULUMI_QUERY_MODE"), out _)
            && int.TryParse(Variable("PULUMI_PARALLEL"), CultureInfo.InvariantCulture, out _))
        {
            return new(monitor, engine, new DeploymentSettings
            {
                Project = project,
                Stack = stack,
                Organization = Variable("PULUMI_ORGANIZATION") ?? "organization",
                IsDryRun = isDryRun,
                RootDirectory = Variable("PULUMI_ROOT_DIRECTORY"),
            });
        }

        throw new InvalidOperationException("Program run without the Pulumi engine available; re-run using the `pulumi` CLI");
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

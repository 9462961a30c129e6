using System.Collections;
using System.Globalization;
using System.Text.Json;
using Infra.Review.Engine;

namespace Infra.Review.Programs;

/// <summary>
/// The environment of a program: the variables of Pulumi's protocol, and of the user's own only those on a list. Credentials,
/// tokens and proxies are not on it, and the files that hold AWS's and Kubernetes' are pointed away from, so a program finds no
/// way to authenticate and behaves the same wherever it runs. Sockets are not blocked.
/// </summary>
public static class ProgramEnvironment
{
    public const int Parallelism = 16;

    /// <summary>The user's variables that a program sees, besides those that begin with LC_; docs/program-environment.md lists them.</summary>
    public static IReadOnlySet<string> Allowed { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TMP", "TEMP",
        "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "NUGET_PACKAGES", "LD_LIBRARY_PATH",
        "DOTNET_ROOT", "DOTNET_CLI_HOME", "DOTNET_CLI_TELEMETRY_OPTOUT", "DOTNET_NOLOGO", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT",
        "SystemRoot", "SystemDrive", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "ProgramData", "ProgramFiles", "COMSPEC", "PATHEXT",
    };

    private static readonly string[] AllowedPrefixes = ["LC_"];

    private static readonly Dictionary<string, string> NoCredentials = new(StringComparer.Ordinal)
    {
        ["AWS_CONFIG_FILE"] = NullDevice,
        ["AWS_SHARED_CREDENTIALS_FILE"] = NullDevice,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["KUBECONFIG"] = NullDevice,
    };

    private static string NullDevice => OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    public static Dictionary<string, string> Of(DeploymentFacts facts, RunnableProgram program, string address)
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => (Name: (string)entry.Key, Value: (string?)entry.Value ?? ""))
            .Where(variable => IsAllowed(variable.Name))
            .ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);

        foreach (var (name, value) in NoCredentials) variables[name] = value;
        foreach (var (name, value) in Protocol(facts, address)) variables[name] = value;
        variables["PULUMI_PWD"] = program.WorkingFolder;
        if (program.Sdk == "nodejs")
            variables["PULUMI_NODEJS_TYPESCRIPT"] = File.Exists(Path.Combine(program.WorkingFolder, "tsconfig.json")) ? "true" : "false";
        else
            // The program lives for a second: profiling it for later costs more than it brings.
            variables["DOTNET_TieredPGO"] = "0";
        return variables;
    }

    /// <summary>How a program finds the engine and what it is told: the variables that an SDK reads.</summary>
    public static Dictionary<string, string> Protocol(DeploymentFacts facts, string address) => new(StringComparer.Ordinal)
    {
        ["PULUMI_MONITOR"] = address,
        ["PULUMI_ENGINE"] = address,
        ["PULUMI_PROJECT"] = facts.Project,
        ["PULUMI_STACK"] = facts.Stack,
        ["PULUMI_ORGANIZATION"] = DeploymentFacts.Organization,
        ["PULUMI_ROOT_DIRECTORY"] = facts.ProjectFolder,
        // Always a preview: outputs that the engine does not send are unknown then, not null.
        ["PULUMI_DRY_RUN"] = "true",
        ["PULUMI_QUERY_MODE"] = "false",
        ["PULUMI_TRACING"] = "",
        ["PULUMI_PARALLEL"] = Parallelism.ToString(CultureInfo.InvariantCulture),
        ["PULUMI_CONFIG"] = JsonSerializer.Serialize(facts.Config),
        ["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(facts.ConfigSecretKeys),
    };

    private static bool IsAllowed(string name) =>
        Allowed.Contains(name) || AllowedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}

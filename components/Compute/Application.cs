using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Infra.Components.Compute;

/// <summary>A service that the image holds as a unit of systemd and that listens on the loopback address only.</summary>
public sealed partial record Application
{
    /// <summary>The unit's name without <c>.service</c>; it reads its environment from <see cref="EnvironmentFile"/>.</summary>
    public string Unit { get; init; } = "web";

    /// <summary>1,024 to 65,535: it need not be root to listen there.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>Answers 200 when the application can serve; load balancers ask for it through nginx.</summary>
    public string HealthPath { get; init; } = "/health";

    /// <summary>Facts that it needs, none of them secret: every process on the machine can read the boot script.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    public string EnvironmentFile => $"/etc/{Unit}.env";

    /// <summary>In the form of systemd's EnvironmentFile, sorted.</summary>
    public string EnvironmentText => string.Concat(
        Environment.OrderBy(variable => variable.Key, StringComparer.Ordinal).Select(variable => $"{variable.Key}={variable.Value}\n"));

    public IEnumerable<string> Check()
    {
        if (!Naming.IsWord(Unit))
            yield return $"The application's Unit is '{Unit}'; expected is a name such as web.";
        if (Port is < 1024 or > 65535)
            yield return $"The application's Port is {Port}; allowed is 1024 to 65535.";
        if (!PathPattern().IsMatch(HealthPath))
            yield return $"The application's HealthPath is '{HealthPath}'; expected is a path such as /health.";
        foreach (var (key, value) in Environment.OrderBy(variable => variable.Key, StringComparer.Ordinal))
        {
            if (!KeyPattern().IsMatch(key))
                yield return $"The environment variable '{key}' has a name that systemd ignores; expected are capitals, digits and underscores.";
            if (!ValuePattern().IsMatch(value))
                yield return $"The environment variable '{key}' has a value that systemd would read differently; "
                    + "allowed are letters, digits and _ . : / @ , = + -.";
        }
    }

    [GeneratedRegex("^/[A-Za-z0-9/_.-]*$")]
    private static partial Regex PathPattern();

    [GeneratedRegex("^[A-Z_][A-Z0-9_]*$")]
    private static partial Regex KeyPattern();

    [GeneratedRegex("^[A-Za-z0-9_.:/@,=+-]*$")]
    private static partial Regex ValuePattern();
}

using System.Text.RegularExpressions;

namespace Infra.Components.Compute;

/// <summary>Where the clients are whom limits count and logs name.</summary>
public enum ClientPlace
{
    /// <summary>They connect to the load balancer, which names them last in <c>X-Forwarded-For</c>.</summary>
    BeforeBalancer,

    /// <summary>
    /// They connect to a distribution, which connects to the load balancer: it names them last but one. Only for balancers that serve nobody
    /// but their distribution; whoever else asked could choose that name.
    /// </summary>
    BeforeDistribution,
}

/// <summary>nginx in front of an application on the same machine. The image holds both; booting tells them how to work.</summary>
public sealed partial record WebServer
{
    private const string StartPath = "/usr/local/sbin/start-web";

    public required Application Application { get; init; }

    /// <summary>Where load balancers stand. Only they are believed when they say whose request it is, so limits count per client.</summary>
    public required IReadOnlyList<Cidr> TrustedProxies { get; init; }

    /// <summary>Who connects to the load balancers.</summary>
    public ClientPlace Clients { get; init; } = ClientPlace.BeforeBalancer;

    public ServerLimits Limits { get; init; } = new();

    public ServerTimeouts Timeouts { get; init; } = new();

    /// <summary>Its folder <c>static</c> is served without asking the application.</summary>
    public string Root { get; init; } = "/srv/web";

    /// <summary>Whom nginx's workers run as: <c>nginx</c> on Amazon Linux, <c>www-data</c> on Debian.</summary>
    public string User { get; init; } = "nginx";

    public BootScript BootScript => new(CloudConfig.Render(
        [
            new("/etc/nginx/nginx.conf", NginxConfiguration.Of(this)),
            new(Application.EnvironmentFile, Application.EnvironmentText),
            new(StartPath, StartScript, "0755"),
        ],
        StartPath))
    {
        Problems = [.. Check()],
    };

    /// <summary>Ends with 0 when the application answers through nginx, so that the boot log tells a good clone from a bad one.</summary>
    public string StartScript =>
        $"""
        #!/bin/sh
        set -eu
        nginx -t -q
        systemctl enable {Application.Unit}.service nginx.service
        systemctl restart {Application.Unit}.service nginx.service
        tries=0
        until curl --fail --silent --max-time 2 --output /dev/null http://127.0.0.1{Application.HealthPath}; do
          tries=$((tries + 1))
          if [ "$tries" -ge 90 ]; then
            echo "{Application.Unit} does not answer on {Application.HealthPath}" >&2
            exit 1
          fi
          sleep 1
        done

        """;

    public IEnumerable<string> Check()
    {
        foreach (var problem in Application.Check().Concat(Limits.Check()).Concat(Timeouts.Check()))
            yield return problem;
        if (TrustedProxies.Count == 0)
            yield return "TrustedProxies is empty; expected are the blocks of the load balancers, else all clients share the limits of one.";
        foreach (var proxy in TrustedProxies.Where(proxy => proxy.PrefixLength == 0))
            yield return $"TrustedProxies lists {proxy}; then anyone could choose the address that limits and logs see.";
        if (!FolderPattern().IsMatch(Root))
            yield return $"Root is '{Root}'; expected is a folder such as /srv/web.";
        if (!UserPattern().IsMatch(User))
            yield return $"User is '{User}'; expected is the name of a user, such as nginx.";
    }

    [GeneratedRegex("^(/[A-Za-z0-9_.-]+)+$")]
    private static partial Regex FolderPattern();

    [GeneratedRegex("^[a-z_][a-z0-9_-]{0,31}$")]
    private static partial Regex UserPattern();
}

using Infra.Components.Compute;
using Infra.Components.Delivery;
using Infra.Components.Edge;
using Infra.Components.Networking;

namespace Infra.Stacks;

/// <summary>The web tier's release that serves and, where the configuration names an image for it, the next one beside it.</summary>
/// <param name="Serving">The clones of the release that serves.</param>
/// <param name="Coming">The clones of the next one.</param>
internal sealed record WebRelease(WebCluster Serving, WebCluster? Coming)
{
    private const string Current = "web";
    private const string Next = "next";

    // A user stays with the release of the first request, so pages and scripts fit together.
    private const int StickySeconds = 3600;

    /// <summary>Whatever there is of it.</summary>
    public IEnumerable<WebCluster> Clusters => Coming is null ? [Serving] : [Serving, Coming];

    private static readonly HealthCheck Health = new() { Path = "/health" };

    public static IReadOnlyList<Target> Targets(RegionSettings region) =>
        region.NextImageId is null ? [TargetOf(Current)] : [TargetOf(Current), TargetOf(Next)];

    /// <summary>Who comes through the distribution is served; nobody else is.</summary>
    public static Routing Routing(StackSettings settings, RegionSettings region, OriginSecret secret) => new()
    {
        Default = Route.Respond(403, "Ask for this by its public name."),
        Rules =
        [
            new()
            {
                Key = "distribution",
                Priority = 100,
                Headers = [HeaderMatch.Secret(PullOrigin.SecretHeader, secret.Accepted)],
                Route = ReleaseOf(settings, region),
            },
        ],
    };

    /// <returns>The key of the target that serves more users than the other.</returns>
    public static string MostUsersGet(StackSettings settings, RegionSettings region) =>
        region.NextImageId is not null && settings.WebNextPercent > 50 ? Next : Current;

    private static Route ReleaseOf(StackSettings settings, RegionSettings region) => region.NextImageId is null
        ? Route.To(Current)
        : Route.Split(new Dictionary<string, int> { [Current] = 100 - settings.WebNextPercent, [Next] = settings.WebNextPercent }, StickySeconds);

    /// <param name="region">Names the images.</param>
    /// <param name="edge">With the targets above.</param>
    /// <param name="firewall">Its rules are there before the first clone boots.</param>
    /// <param name="args">Of the current release; its targets are set here.</param>
    public static WebRelease Build(RegionSettings region, LoadBalancer edge, Firewall firewall, WebClusterArgs args)
    {
        WebCluster ClonesOf(string name, string target, MachineImage image) => new($"{name}-{region.Location.Region}", args with
        {
            Machine = args.Machine with { Image = image },
            Targets = [edge.TargetOf(target)],
        }, new() { DependsOn = { firewall } });

        return new(ClonesOf("web", Current, args.Machine.Image), region.NextImageId is { } next ? ClonesOf("web-next", Next, next) : null);
    }

    private static Target TargetOf(string key) => new() { Key = key, HealthCheck = Health };
}

using System.Text.RegularExpressions;
using Infra.Policies.Identity;

namespace Infra.Policies.Compute;

public sealed partial class MachinesMayUseWhatTheyName() : Rule(
    "grant-for-what-is-named",
    Rank.High,
    "A program that is told of a table, a queue or a parameter that its role may not touch starts, and fails at its first use.",
    "allow the role what the program does with it, or take the name out of its configuration")
{
    // A shorter word may stand for something else.
    private const int ShortestName = 8;

    private static readonly string[] Machines = [.. ResourceTypes.LaunchTemplate, .. ResourceTypes.Instance];
    private static readonly string[] Profiles = ["iamInstanceProfile.arn", "iamInstanceProfile.name", "iamInstanceProfile"];

    private static readonly string[] Things =
        [.. ResourceTypes.Parameter, .. ResourceTypes.Queue, .. ResourceTypes.Topic, .. ResourceTypes.Table, .. ResourceTypes.Secret];

    public override IReadOnlyList<string> Types { get; } =
    [
        .. Machines, .. ResourceTypes.Function, .. ResourceTypes.InstanceProfile, .. Things, .. ResourceTypes.IdentityPolicies,
        .. ResourceTypes.PolicyAttachments,
    ];

    public override IEnumerable<Finding> Check(ResourceGraph graph) =>
        graph.OfType(Machines).SelectMany(machine => Check(graph, machine, machine["userData"], RoleOf(graph, machine)))
            .Concat(graph.OfType(ResourceTypes.Function).SelectMany(function =>
                Check(graph, function, function["environment"]["variables"], graph.Resolve(function, function["role"], ResourceTypes.Role).Target)));

    private IEnumerable<Finding> Check(ResourceGraph graph, ResourceNode machine, PropertyValue told, ResourceNode? role)
    {
        if (told.IsAbsent || role is null) return [];
        var unknown = told.FirstUnknown();
        var sources = unknown is null ? [] : machine.DependenciesOf(told.Path.Split('.')[0]).Select(graph.Find).OfType<ResourceNode>().ToList();
        var named = Named(graph, machine, told).Distinct().ToList();
        return
        [
            .. named.SelectMany(thing => Check(graph, machine, told, role, thing, IsNamed(machine, thing))),

            // What is not known was computed from what it names; of what was computed from nothing, nothing can be said.
            .. sources.Where(source => Things.Contains(source.Type)).Except(named)
                .SelectMany(thing => Check(graph, machine, told, role, thing, isNamed: false)),
            .. unknown is { } value && sources.Count == 0 ? [Undetermined(machine, value)] : Array.Empty<Finding>(),
        ];
    }

    private IEnumerable<Finding> Check(
        ResourceGraph graph, ResourceNode machine, PropertyValue told, ResourceNode role, ResourceNode thing, bool isNamed)
    {
        var grants = RoleGrants.In(graph).Of(role).ToList();
        var statements = grants.SelectMany(grant => grant.Statements);
        if (thing["arn"].Text is { } arn && statements.Any(statement => statement.IsAllow && Reaches(statement, arn))) return [];
        var open = grants.Find(grant => grant.IsOpen);
        return [open is null && isNamed && thing["arn"].IsKnown
            ? Fail(machine, told.Path, $"it is told of {thing.Name}, with which {role.Name} may do nothing", thing.Name)
            : Undetermined(open?.Owner ?? machine, open?.Document.Path ?? told.Path,
                $"whether {role.Name} may use {thing.Name}, of which {machine.Name} is told, is not known before the deployment", $"{role.Name} {thing.Name}")];
    }

    private static IEnumerable<ResourceNode> Named(ResourceGraph graph, ResourceNode machine, PropertyValue told)
    {
        var nameless = graph.Once(made => new Nameless([.. made.OfType(Things).Where(thing => thing["name"].IsUnknown)])).Things;
        foreach (var text in Texts(told))
        {
            var meant = graph.Named(text, Things).Where(thing => Things.Contains(thing.Type) && IsNear(machine, thing)).ToList();
            foreach (var thing in meant.Count > 0 ? meant : nameless) yield return thing;
        }
    }

    private static bool IsNamed(ResourceNode machine, ResourceNode thing) =>
        !thing["name"].IsUnknown && !thing.Region.IsUnknown && !machine.Region.IsUnknown;

    // What is allowed below a path is allowed of a part of it.
    private static bool Reaches(PolicyStatement statement, string arn) =>
        RoleGrants.Covers(statement, arn) || statement.Resources.Any(pattern => pattern.StartsWith($"{arn}/", StringComparison.Ordinal));

    // The same name in another region is another thing.
    private static bool IsNear(ResourceNode machine, ResourceNode thing) =>
        machine.Region.Text is not { } own || thing.Region.Text is not { } other || own == other;

    private static ResourceNode? RoleOf(ResourceGraph graph, ResourceNode machine)
    {
        var profile = Profiles.Select(path => graph.Resolve(machine, machine[path], ResourceTypes.InstanceProfile).Target)
            .FirstOrDefault(target => target is not null);
        return profile is null ? null : graph.Resolve(profile, profile["role"], ResourceTypes.Role).Target;
    }

    private static IEnumerable<string> Texts(PropertyValue told) => told.IsObject
        ? told.UnsortedMembers.Select(member => member.Value.Text).OfType<string>().Where(text => text.Length >= ShortestName).Order(StringComparer.Ordinal)
        : Assignment().Matches(UserData.Decode(told.Text ?? "")).Select(match => match.Groups["value"].Value).Where(text => text.Length >= ShortestName);

    // NAME=value, alone on a line or behind export, is how programs are told.
    [GeneratedRegex("""^\s*(export\s+)?[A-Z_][A-Z0-9_]*=["']?(?<value>[^\s"']+)["']?\s*$""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Assignment();

    /// <summary>Things whose name the program computes: a text may be it.</summary>
    private sealed record Nameless(IReadOnlyList<ResourceNode> Things);
}

using Infra.Rpc.Messages;

namespace Infra.Review.Engine.Registration;

/// <summary>Turns aliases into the URNs that a resource may have had, those that follow from its parent's aliases included.</summary>
public static class AliasExpansion
{
    public static IReadOnlyList<string> Expand(
        RegisterResourceRequest request, string stack, string project, string urn, string? parentUrn, IReadOnlyList<string> parentAliases)
    {
        var own = request.AliasURNs
            .Concat(request.Aliases.Select(alias => Resolve(alias, request, stack, project, parentUrn)))
            .ToArray();
        var inherited = parentUrn is null ? [] : parentAliases.SelectMany(parentAlias =>
            own.Where(alias => Urns.TypeChainOf(alias).Length > 0)
                .Select(alias => (Type: Urns.TypeOf(alias), Name: Urns.NameOf(alias)))
                .Prepend((Type: request.Type, Name: request.Name))
                .Select(child => Urns.Create(stack, project, parentAlias, child.Type, Renamed(child.Name, parentUrn, parentAlias))));

        return [.. own.Concat(inherited).Where(alias => alias != urn).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string Resolve(Alias alias, RegisterResourceRequest request, string stack, string project, string? parentUrn)
    {
        if (alias.AliasCase is Alias.AliasOneofCase.Urn) return alias.Urn;

        var spec = alias.Spec ?? new Alias.Types.Spec();
        var parent = spec.ParentCase switch
        {
            Alias.Types.Spec.ParentOneofCase.ParentUrn => spec.ParentUrn,
            Alias.Types.Spec.ParentOneofCase.NoParent when spec.NoParent => null,
            _ => parentUrn,
        };
        return Urns.Create(
            Or(spec.Stack, stack), Or(spec.Project, project), parent, Or(spec.Type, request.Type), Or(spec.Name, request.Name));
    }

    // A child named after its parent was renamed with it.
    private static string Renamed(string child, string parentUrn, string parentAlias)
    {
        var parentName = Urns.NameOf(parentUrn);
        return parentName.Length > 0 && child.StartsWith(parentName, StringComparison.Ordinal)
            ? Urns.NameOf(parentAlias) + child[parentName.Length..]
            : child;
    }

    private static string Or(string value, string fallback) => value.Length > 0 ? value : fallback;
}

using Wire = Infra.Rpc.Messages.Alias;

namespace Pulumi;

/// <summary>Writes a resource's former identities.</summary>
internal static class AliasWriter
{
    /// <exception cref="ArgumentException">An alias says two things that exclude each other.</exception>
    public static async Task<Wire[]> WriteAsync(IReadOnlyList<Input<Alias>> aliases)
    {
        var written = new List<Wire>(aliases.Count);
        foreach (var alias in aliases)
        {
            var data = await alias.ToOutputCore().DataTask.ConfigureAwait(false);
            if (data is { IsKnown: true, Value: not null }) written.Add(await WriteAsync(data.Value).ConfigureAwait(false));
        }

        return [.. written];
    }

    private static async Task<Wire> WriteAsync(Alias alias)
    {
        Check(alias);
        if (alias.Urn is not null) return new Wire { Urn = alias.Urn };

        var spec = new Wire.Types.Spec
        {
            Name = await TextOf(alias.Name).ConfigureAwait(false),
            Type = await TextOf(alias.Type).ConfigureAwait(false),
            Stack = await TextOf(alias.Stack).ConfigureAwait(false),
            Project = await TextOf(alias.Project).ConfigureAwait(false),
        };
        if (alias.Parent is not null) spec.ParentUrn = await alias.Parent.GetUrnAsync().ConfigureAwait(false);
        else if (alias.ParentUrn is not null) spec.ParentUrn = await TextOf(alias.ParentUrn).ConfigureAwait(false);
        else spec.NoParent = alias.NoParent;
        return new Wire { Spec = spec };
    }

    private static async Task<string> TextOf(Input<string>? input) =>
        input is null ? "" : (await input.ToOutputCore().DataTask.ConfigureAwait(false)).Value ?? "";

    private static void Check(Alias alias)
    {
        if (alias.Urn is not null)
        {
            var other =
                alias.Name is not null ? nameof(Alias.Name)
                : alias.Type is not null ? nameof(Alias.Type)
                : alias.Project is not null ? nameof(Alias.Project)
                : alias.Stack is not null ? nameof(Alias.Stack)
                : alias.Parent is not null ? nameof(Alias.Parent)
                : alias.ParentUrn is not null ? nameof(Alias.ParentUrn)
                : alias.NoParent ? nameof(Alias.NoParent)
                : null;
            if (other is not null) throw new ArgumentException($"Alias should not specify both {nameof(Alias.Urn)} and {other}");
        }

        if (alias is { Parent: not null, ParentUrn: not null } or { Parent: not null, NoParent: true } or { ParentUrn: not null, NoParent: true })
            throw new ArgumentException($"Alias should specify only one of {nameof(Alias.Parent)}, {nameof(Alias.ParentUrn)} and {nameof(Alias.NoParent)}");
    }
}

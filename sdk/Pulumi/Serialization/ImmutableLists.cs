using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A default <see cref="ImmutableArray{T}"/> cannot be enumerated; here it is an empty list.</summary>
internal static class ImmutableLists
{
    public static IEnumerable OrEmpty(IList list)
    {
        try
        {
            _ = list.Count;
            return list;
        }
        catch (InvalidOperationException)
        {
            return Array.Empty<object>();
        }
    }
}

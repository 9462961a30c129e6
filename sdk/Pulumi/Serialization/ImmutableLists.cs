using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A default <see cref="ImmutableArray{T}"/> cannot be enumerated; here it is an empty list.</summary>
internal static class ImmutableLists
{
    public static object?[] ToArray(IList list)
    {
        try
        {
            var elements = new object?[list.Count];
            for (var i = 0; i < elements.Length; i++) elements[i] = list[i];
            return elements;
        }
        catch (InvalidOperationException)
        {
            return [];
        }
    }
}

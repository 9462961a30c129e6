using System.Text.RegularExpressions;

namespace Infra.Components.Operations;

/// <summary>The names of metrics within metric math.</summary>
internal static class MathNames
{
    /// <summary>Renames whole words only: <c>m1</c> is no part of <c>m10</c>.</summary>
    public static string Rename(string expression, string from, string to) => Regex.Replace(expression, $@"\b{Regex.Escape(from)}\b", to);
}

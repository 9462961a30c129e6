using Infra.Review.Model;

namespace Infra.Review.Engine.Functions;

/// <summary>The functions whose answers can be known offline, by token.</summary>
public static class BuiltInFunctions
{
    private static readonly Dictionary<string, Func<FunctionCall, PropertyDictionary>> ByToken = new(StringComparer.Ordinal);

    /// <summary>Null if the function is not known here.</summary>
    /// <exception cref="FunctionException">The arguments are refused.</exception>
    public static PropertyDictionary? Answer(FunctionCall call) => ByToken.TryGetValue(call.Token, out var answer) ? answer(call) : null;
}

using Infra.Review.Engine.Synthesis;
using Infra.Review.Model;
using static Infra.Review.Engine.Functions.FunctionResult;

namespace Infra.Review.Engine.Functions.Aws;

/// <summary>A password that is made up and the same in every preview; as a secret, so that it shows nowhere.</summary>
internal static class RandomPassword
{
    // Secrets Manager API reference, GetRandomPassword, read 2026-11.
    private const int DefaultLength = 32;
    private const int LongestLength = 4096;

    public static PropertyDictionary Answer(FunctionCall call)
    {
        var length = call.Arguments.GetValueOrDefault("passwordLength") is PropertyValue.Number number ? (int)number.Value : DefaultLength;
        if (length is < 1 or > LongestLength)
            throw new FunctionException("passwordLength", $"passwordLength is {length}; allowed is 1 to {LongestLength}");

        call.Log.Add(DiagnosticSeverity.Info, $"{call.Token}: the password is made up; a deployment draws a real one.");
        return call.With(
            ("id", Of(call.Region)),
            ("region", Of(call.Region)),
            ("randomPassword", new PropertyValue.Secret(Of(Synthetic.LowerCase("password", length)))));
    }
}

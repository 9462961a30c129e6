namespace Pulumi;

/// <summary>The answer to <c>ToString</c> on an output, which has no text of its own.</summary>
internal static class OutputText
{
    private const string ErrorVariable = "PULUMI_ERROR_OUTPUT_STRING";

    private const string Advice = """
        Calling [ToString] on an [Output<T>] is not supported.

        To get the value of an Output<T> as an Output<string> consider:
        1. o.Apply(v => $"prefix{v}suffix")
        2. Output.Format($"prefix{hostname}suffix");

        See https://www.pulumi.com/docs/concepts/inputs-outputs for more details.
        """;

    public static string Refuse()
    {
        if (Environment.GetEnvironmentVariable(ErrorVariable) is { } setting
            && (setting == "1" || setting.Equals("true", StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException(Advice);
        }

        Deployment.Required.Logger.Warn(Advice);
        return Advice + "\nThis function may throw in a future version of Pulumi.";
    }
}

namespace Pulumi;

internal sealed class ConfigTypeException(string fullKey, string value, string expectedType, Exception? innerException = null)
    : RunException($"Configuration '{fullKey}' value '{value}' is not a valid {expectedType}", innerException);

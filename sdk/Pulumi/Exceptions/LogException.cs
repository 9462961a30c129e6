namespace Pulumi;

/// <summary>A message could not be handed to the engine's log.</summary>
public class LogException(Exception exception) : Exception($"Error occurred during logging: {exception.Message}", exception);

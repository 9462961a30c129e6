namespace Pulumi;

/// <summary>Writes to the log of the running deployment. An error makes the run fail, though not at once.</summary>
public static class Log
{
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Required.Logger.Debug(message, resource, streamId, ephemeral);

    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Required.Logger.Info(message, resource, streamId, ephemeral);

    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Required.Logger.Warn(message, resource, streamId, ephemeral);

    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Required.Logger.Error(message, resource, streamId, ephemeral);

    /// <summary>Logs the exception with its stack trace, as an error.</summary>
    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Deployment.Required.Logger.Error(exception.ToString(), resource, streamId, ephemeral);
    }
}

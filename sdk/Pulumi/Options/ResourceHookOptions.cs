namespace Pulumi;

public class ResourceHookOptions
{
    /// <summary>Whether the hook runs in a preview too.</summary>
    public bool? OnDryRun { get; set; }

    /// <summary>Whether a failing hook only warns.</summary>
    public bool? IgnoreErrors { get; set; }
}

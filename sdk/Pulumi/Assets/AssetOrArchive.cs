namespace Pulumi;

/// <summary>A file-like value of a property.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string contentKey, object content)
    {
        ContentKey = contentKey;
        Content = content;
    }

    /// <summary>Under which key the protocol carries the content: <c>path</c>, <c>text</c>, <c>uri</c> or <c>assets</c>.</summary>
    internal string ContentKey { get; }

    /// <summary>A string, or for <see cref="AssetArchive"/> a dictionary of assets and archives.</summary>
    internal object Content { get; }
}

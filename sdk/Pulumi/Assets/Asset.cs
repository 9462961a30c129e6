namespace Pulumi;

/// <summary>One blob: a file, a text or what lies at an address.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(string contentKey, string content)
        : base(contentKey, content)
    {
    }
}

public sealed class FileAsset(string path) : Asset("path", path);

public sealed class StringAsset(string text) : Asset("text", text);

public sealed class RemoteAsset(string uri) : Asset("uri", uri);

using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Many blobs under paths: a folder or archive file, what lies at an address, or a dictionary of assets.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(string contentKey, object content)
        : base(contentKey, content)
    {
    }
}

public sealed class FileArchive(string path) : Archive("path", path);

public sealed class RemoteArchive(string uri) : Archive("uri", uri);

public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets)
    : Archive("assets", ImmutableDictionary.CreateRange(assets));

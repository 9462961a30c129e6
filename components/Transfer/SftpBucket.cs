using Pulumi;

namespace Infra.Components.Transfer;

/// <summary>Where an SFTP server keeps its files.</summary>
public sealed record SftpBucket
{
    private const int DefaultOldVersionDays = 30;

    private SftpBucket(Input<string> keyArn) => KeyArn = keyArn;

    /// <summary>Null if the server makes one.</summary>
    public Input<string>? Name { get; private init; }

    public Input<string> KeyArn { get; }

    public int OldVersionDays { get; private init; }

    /// <summary>A private one that the server makes for itself.</summary>
    /// <param name="keyArn">Of its objects; it must outlive them.</param>
    /// <param name="oldVersionDays">How long a file that was deleted or written over can be brought back.</param>
    public static SftpBucket Own(Input<string> keyArn, int oldVersionDays = DefaultOldVersionDays) => new(keyArn) { OldVersionDays = oldVersionDays };

    /// <summary>One that is there, in the server's region.</summary>
    /// <param name="name">Of the bucket.</param>
    /// <param name="keyArn">Of its objects.</param>
    public static SftpBucket Given(Input<string> name, Input<string> keyArn) => new(keyArn) { Name = name };

    internal IEnumerable<string> Check(string ownName) => Name is null ? Storage.FileBucket.Check(ownName, OldVersionDays) : [];
}

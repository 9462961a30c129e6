namespace Pulumi;

/// <summary>A package that the engine must know before it can make its resources.</summary>
public sealed class RegisterPackageRequest(
    string name, string version, string? downloadUrl, Dictionary<string, byte[]>? checksums = null,
    RegisterPackageRequest.PackageParameterization? parameterization = null)
{
    public string Name => name;

    public string Version => version;

    public string? DownloadUrl => downloadUrl;

    public Dictionary<string, byte[]>? Checksums => checksums;

    public PackageParameterization? Parameterization => parameterization;

    /// <summary>What makes a package out of one that can be many.</summary>
    public sealed class PackageParameterization(string name, string version, byte[] value)
    {
        public string Name => name;

        public string Version => version;

        public byte[] Value => value;
    }
}

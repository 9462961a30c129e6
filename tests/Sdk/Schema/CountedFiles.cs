using System.Collections.Concurrent;
using System.Text;
using Infra.Sdk.Schema;

namespace Infra.Tests.Sdk.Schema;

/// <summary>Schema files that remember which of them were opened; given texts come before the ones that are built in.</summary>
internal sealed class CountedFiles(Dictionary<string, string>? texts = null) : SchemaFiles
{
    public ConcurrentQueue<string> Opened { get; } = [];

    public override Stream? Open(string path)
    {
        Opened.Enqueue(path);
        return texts is null ? Embedded.Open(path) : texts.TryGetValue(path, out var text) ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : null;
    }

    public override IReadOnlyList<string> List(string folder) => texts is null ? Embedded.List(folder) : [.. texts.Keys.Order(StringComparer.Ordinal)];

    public override IReadOnlyList<string> Providers() => Embedded.Providers();
}

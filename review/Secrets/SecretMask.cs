using System.Buffers;
using System.Text;
using Infra.Review.Model;

namespace Infra.Review.Secrets;

/// <summary>
/// Takes secrets out of all that leaves the process unmarked: log lines, errors, findings, values computed behind the SDK's back.
/// One of fewer than six characters is taken out only where it stands as a word, as it may be part of others by chance.
/// </summary>
public sealed class SecretMask
{
    private const int ShortestAnywhere = 6;

    private readonly string[] _secrets;
    private readonly SearchValues<string> _search;

    internal SecretMask(IEnumerable<string> secrets)
    {
        _secrets = [.. secrets.OrderByDescending(secret => secret.Length).ThenBy(secret => secret, StringComparer.Ordinal)];
        _search = SearchValues.Create(_secrets, StringComparison.Ordinal);
    }

    public string Apply(string text)
    {
        if (!Touches(text)) return text;
        var masked = new StringBuilder(text.Length);
        var done = 0;
        for (var at = Next(text, 0); at >= 0; at = Next(text, at))
        {
            if (LengthAt(text, at) is not (> 0 and var length))
            {
                at++;
                continue;
            }
            masked.Append(text, done, at - done).Append(PropertyValue.Secret.Redacted);
            done = at += length;
        }
        return masked.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>The same for a text that was cut: what may be the beginning of a secret at its end is taken out as well.</summary>
    public string ApplyToBeginning(string text)
    {
        var longest = _secrets.Length == 0 ? 0 : _secrets[0].Length;
        for (var at = Math.Max(0, text.Length - longest + 1); at < text.Length; at++)
        {
            var end = text.AsMemory(at);
            if (_secrets.Any(secret => secret.Length > end.Length && secret.AsSpan().StartsWith(end.Span, StringComparison.Ordinal)))
                return Apply(text[..at]) + PropertyValue.Secret.Redacted;
        }
        return Apply(text);
    }

    public Preview Apply(Preview preview) => _secrets.Length == 0 ? preview : preview with
    {
        Resources = [.. preview.Resources.Select(Apply)],
        StackOutputs = Apply(preview.StackOutputs),
        Diagnostics = [.. preview.Diagnostics.Select(diagnostic => diagnostic with { Message = Apply(diagnostic.Message) })],
    };

    private PreviewResource Apply(PreviewResource resource) => resource with
    {
        Id = resource.Id is null ? null : Apply(resource.Id),
        Inputs = Apply(resource.Inputs),
        Outputs = Apply(resource.Outputs),
        Options = resource.Options is { ImportId: null, ReplacementTrigger: null } ? resource.Options : resource.Options with
        {
            ImportId = resource.Options.ImportId is { } id ? Apply(id) : null,
            ReplacementTrigger = resource.Options.ReplacementTrigger is { } trigger ? Apply(trigger) : null,
        },
    };

    private PropertyDictionary Apply(PropertyDictionary properties) => properties.Values.Any(Touches)
        ? PropertyDictionary.Of(properties.Select(property => KeyValuePair.Create(property.Key, Apply(property.Value))))
        : properties;

    private PropertyValue Apply(PropertyValue value) => !Touches(value) ? value : value switch
    {
        PropertyValue.Text text => new PropertyValue.Text(Apply(text.Value)),
        PropertyValue.List list => new PropertyValue.List([.. list.Items.Select(Apply)]),
        PropertyValue.Map map => new PropertyValue.Map(Apply(map.Entries)),
        PropertyValue.Asset asset => asset with
        {
            Content = asset.Content is null ? null : Apply(asset.Content),
            Path = asset.Path is null ? null : Apply(asset.Path),
            Uri = asset.Uri is null ? null : Apply(asset.Uri),
            Assets = asset.Assets is null ? null : Apply(asset.Assets),
        },
        PropertyValue.Reference { Id: { } id } reference => reference with { Id = Apply(id) },
        _ => value,
    };

    private bool Touches(PropertyValue value) => value switch
    {
        PropertyValue.Text text => Touches(text.Value),
        PropertyValue.List list => list.Items.Any(Touches),
        PropertyValue.Map map => map.Entries.Values.Any(Touches),
        PropertyValue.Asset asset => Touches(asset.Content) || Touches(asset.Path) || Touches(asset.Uri)
            || asset.Assets is { } assets && assets.Values.Any(Touches),
        PropertyValue.Reference { Id: { } id } => Touches(id),
        _ => false,
    };

    private bool Touches(string? text) => text is not null && text.AsSpan().ContainsAny(_search);

    private int Next(string text, int start)
    {
        var at = text.AsSpan(start).IndexOfAny(_search);
        return at < 0 ? -1 : start + at;
    }

    // The longest of those that begin there; nothing if the only one is a short one inside a word.
    private int LengthAt(string text, int at)
    {
        foreach (var secret in _secrets)
            if (text.AsSpan(at).StartsWith(secret, StringComparison.Ordinal) && (secret.Length >= ShortestAnywhere || IsWord(text, at, secret.Length)))
                return secret.Length;
        return 0;
    }

    private static bool IsWord(string text, int at, int length) =>
        (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (at + length == text.Length || !char.IsAsciiLetterOrDigit(text[at + length]));
}

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Review.Model;

namespace Infra.Review.Reporting;

/// <summary>Takes the secrets of a preview out of texts that are not marked: log lines, findings, values computed behind the SDK's back.</summary>
public sealed class SecretMask
{
    // A shorter one is too likely to be part of an ordinary word.
    private const int ShortestSecret = 6;

    private readonly string[] _secrets;
    private readonly SearchValues<string> _search;

    private SecretMask(IEnumerable<string> secrets)
    {
        _secrets = [.. secrets.OrderByDescending(secret => secret.Length).ThenBy(secret => secret, StringComparer.Ordinal)];
        _search = SearchValues.Create(_secrets, StringComparison.Ordinal);
    }

    public static SecretMask Of(Preview preview)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in preview.Resources)
        {
            Collect(resource.Inputs, found);
            Collect(resource.Outputs, found);
            if (resource.Id is not null) Collect(resource.Id, found, isSecret: false);
            if (resource.Options.ReplacementTrigger is { } trigger) Collect(trigger, found, isSecret: false);
        }
        Collect(preview.StackOutputs, found);
        return new SecretMask(found);
    }

    public string Apply(string text)
    {
        if (_secrets.Length == 0) return text;
        var at = text.AsSpan().IndexOfAny(_search);
        if (at < 0) return text;

        var masked = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        for (; at >= 0; at = rest.IndexOfAny(_search))
        {
            masked.Append(rest[..at]).Append(PropertyValue.Secret.Redacted);
            rest = rest[(at + LongestAt(rest[at..]))..];
        }
        return masked.Append(rest).ToString();
    }

    public Preview Apply(Preview preview) => _secrets.Length == 0 ? preview : preview with
    {
        Resources = [.. preview.Resources.Select(resource => resource with
        {
            Id = resource.Id is null ? null : Apply(resource.Id),
            Inputs = Apply(resource.Inputs),
            Outputs = Apply(resource.Outputs),
        })],
        StackOutputs = Apply(preview.StackOutputs),
        Diagnostics = [.. preview.Diagnostics.Select(diagnostic => diagnostic with { Message = Apply(diagnostic.Message) })],
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

    private int LongestAt(ReadOnlySpan<char> text)
    {
        foreach (var secret in _secrets)
            if (text.StartsWith(secret, StringComparison.Ordinal)) return secret.Length;
        throw new InvalidOperationException("The search found a secret that is not there.");
    }

    private static void Collect(PropertyDictionary properties, HashSet<string> found)
    {
        foreach (var value in properties.Values) Collect(value, found, isSecret: false);
    }

    private static void Collect(PropertyValue value, HashSet<string> found, bool isSecret)
    {
        switch (value)
        {
            case PropertyValue.Secret secret:
                Collect(secret.Plain, found, isSecret: true);
                break;
            case PropertyValue.List list:
                foreach (var item in list.Items) Collect(item, found, isSecret);
                break;
            case PropertyValue.Map map:
                foreach (var item in map.Entries.Values) Collect(item, found, isSecret);
                break;
            case PropertyValue.Asset asset:
                if (isSecret) Keep(asset.Content, found);
                foreach (var item in asset.Assets?.Values ?? []) Collect(item, found, isSecret);
                break;
            case PropertyValue.Text text when isSecret:
                Keep(text.Value, found);
                break;
            case PropertyValue.Number number when isSecret:
                Keep(number.ToString(), found);
                break;
        }
    }

    private static void Keep(string? secret, HashSet<string> found)
    {
        if (secret is not { Length: >= ShortestSecret } || string.IsNullOrWhiteSpace(secret)) return;
        found.Add(secret);
        found.Add(JsonEncodedText.Encode(secret).ToString());
        found.Add(JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString());
        found.Add(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)));
    }
}

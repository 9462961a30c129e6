using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Review.Model;

namespace Infra.Review.Secrets;

/// <summary>What a run knows to be secret: the texts of the configuration and of the resources, in every form that programs print them in.</summary>
public sealed class SecretTexts
{
    // A shorter one would blank out half of every text.
    private const int Shortest = 4;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private SecretMask? _mask;

    public SecretTexts(IEnumerable<string> configured)
    {
        foreach (var text in configured) Keep(text);
    }

    /// <summary>The secrets of a preview alone, wherever it comes from.</summary>
    public static SecretTexts Of(Preview preview)
    {
        var secrets = new SecretTexts([]);
        foreach (var resource in preview.Resources) secrets.Add(resource);
        secrets.Add(preview.StackOutputs);
        return secrets;
    }

    /// <summary>Of all that has been added so far.</summary>
    public SecretMask Mask
    {
        get { lock (_lock) return _mask ??= new SecretMask(_texts); }
    }

    public void Add(PreviewResource resource)
    {
        Add(resource.Inputs);
        Add(resource.Outputs);
        lock (_lock)
        {
            if (resource.Id is not null) Collect(resource.Id, isSecret: false);
            if (resource.Options.ReplacementTrigger is { } trigger) Collect(trigger, isSecret: false);
        }
    }

    public void Add(PropertyDictionary properties)
    {
        lock (_lock)
            foreach (var value in properties.Values) Collect(value, isSecret: false);
    }

    private void Collect(PropertyValue value, bool isSecret)
    {
        switch (value)
        {
            case PropertyValue.Secret secret:
                Collect(secret.Plain, isSecret: true);
                break;
            case PropertyValue.List list:
                foreach (var item in list.Items) Collect(item, isSecret);
                break;
            case PropertyValue.Map map:
                // A connection is secret as a whole; its port is none, and stands in rules of the firewall.
                foreach (var (name, item) in map.Entries) Collect(item, isSecret && !IsPort(name, item));
                break;
            case PropertyValue.Asset asset:
                if (isSecret) Keep(asset.Content);
                foreach (var item in asset.Assets?.Values ?? []) Collect(item, isSecret);
                break;
            case PropertyValue.Text text when isSecret:
                Keep(text.Value);
                break;
            case PropertyValue.Number number when isSecret:
                Keep(number.ToString());
                break;
        }
    }

    private static bool IsPort(string name, PropertyValue value) =>
        (name == "port" || name.EndsWith("Port", StringComparison.Ordinal) || name.EndsWith("_port", StringComparison.Ordinal))
        && value is PropertyValue.Number or PropertyValue.Text
        && ushort.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0;

    private void Keep(string? secret)
    {
        if (secret is null) return;
        KeepForms(secret);
        // What is printed arrives line by line, and a key is many of them.
        if (!secret.Contains('\n')) return;
        foreach (var line in secret.Split('\n')) KeepForms(line.Trim());
    }

    private void KeepForms(string secret)
    {
        // True and false are no secrets: everybody can guess them.
        if (secret.Length < Shortest || string.IsNullOrWhiteSpace(secret) || bool.TryParse(secret, out _)) return;
        if (!_texts.Add(secret)) return;
        _texts.Add(JsonEncodedText.Encode(secret).ToString());
        _texts.Add(JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString());
        _texts.Add(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)));
        _mask = null;
    }
}

using System.Globalization;
using System.Text.Json;
using Infra.Components;
using Infra.Components.Dns;
using Pulumi;

namespace Infra.Stacks;

/// <summary>Reads values and remembers what is wrong with them. What it gives for a bad value must not be used: ask at the end.</summary>
public sealed class ConfigurationReader
{
    private readonly string _stack;
    private readonly Func<string, string?> _find;
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _badKeys = [];

    public ConfigurationReader(string stack, Func<string, string?> find)
    {
        _stack = stack;
        _find = find;
    }

    public void Problem(string key, string problem)
    {
        _badKeys.Add(key);
        _problems.Add($"{key} {problem}");
    }

    /// <summary>Whether nothing is wrong with these keys so far.</summary>
    public bool Has(params IEnumerable<string> keys) => !keys.Any(_badKeys.Contains);

    /// <exception cref="RunException">There is at least one problem; its text holds all of them.</exception>
    public void ThrowIfAnyProblem()
    {
        if (_problems.Count > 0)
            throw new RunException($"Configuration of stack '{_stack}' (Pulumi.{_stack}.yaml) cannot be used:"
                + string.Concat(_problems.Select(problem => $"\n  - {problem}")));
    }

    public string Text(string key) => Find(key) ?? "";

    public string Text(string key, Func<string, bool> isValid, string expected)
    {
        var text = Find(key);
        if (text is not null && !isValid(text)) Problem(key, $"is '{text}'; expected is {expected}.");
        return text ?? "";
    }

    public string Word(string key) =>
        Text(key, Naming.IsWord, "lower-case words joined by hyphens, beginning with a letter");

    public DomainName? Domain(string key)
    {
        if (Find(key) is not { } text) return null;
        if (DomainName.TryParse(text, out var domain, out var problem)) return domain;

        Problem(key, $"is wrong: {problem}");
        return null;
    }

    public int Number(string key)
    {
        var text = Find(key);
        if (text is null || int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) is false)
        {
            if (text is not null) Problem(key, $"is '{text}'; expected is a whole number.");
            return 0;
        }

        return number;
    }

    public T? OneOf<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : class
    {
        var text = Find(key);
        if (text is null) return null;
        if (choices.TryGetValue(text, out var choice)) return choice;

        Problem(key, $"is '{text}'; allowed is one of {string.Join(", ", choices.Keys)}.");
        return null;
    }

    /// <summary>The account, from the one place that also keeps the provider out of every other account.</summary>
    public string Account()
    {
        const string key = "aws:allowedAccountIds";
        var accounts = Json(key, JsonValueKind.Array)?.EnumerateArray().Select(item => item.ToString()).ToList();
        if (accounts is null) return "";
        if (accounts.Count == 1 && Location.IsAccountId(accounts[0])) return accounts[0];

        Problem(key, $"is [{string.Join(", ", accounts)}]; expected is a list of one account, twelve digits in quotes.");
        return "";
    }

    public IReadOnlyList<Cidr> Blocks(string key)
    {
        var blocks = new List<Cidr>();
        foreach (var item in Json(key, JsonValueKind.Array)?.EnumerateArray().ToList() ?? [])
            if (Cidr.TryParse(item.ToString(), out var block, out var problem)) blocks.Add(block);
            else Problem(key, $"has a wrong block: {problem}");
        return blocks;
    }

    /// <summary>A list or an object; null if it is missing or something else, which is a problem then.</summary>
    public JsonElement? Json(string key, JsonValueKind kind)
    {
        var text = Find(key);
        if (text is null) return null;

        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == kind) return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Reported below, together with JSON of another kind.
        }

        Problem(key, $"is '{text}'; expected is {(kind is JsonValueKind.Array ? "a list" : "an object")}.");
        return null;
    }

    private string? Find(string key)
    {
        var text = _find(key);
        if (text is null && !_badKeys.Contains(key)) Problem(key, $"is missing; Pulumi.yaml describes it.");
        return text;
    }
}

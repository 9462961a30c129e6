using Infra.Review.Model;

namespace Infra.Review.Project;

/// <summary>The configuration of one stack as the program gets it: file, command line and defaults, checked against the declarations.</summary>
/// <param name="Values">Text by full key, in ordinal order.</param>
/// <param name="SecretKeys">Keys whose value is secret, in ordinal order.</param>
/// <param name="SecretTexts">What no message may repeat: the secret values, and each text inside a structured one.</param>
/// <param name="HasEnvironment">Values of Pulumi ESC are missing.</param>
/// <param name="Refused">What is wrong with it; null where nothing is.</param>
public sealed record StackConfiguration(
    SortedDictionary<string, string> Values, IReadOnlyList<string> SecretKeys, IReadOnlyList<string> SecretTexts, bool HasEnvironment,
    RefusedConfiguration? Refused)
{
    private const string CommandLine = "--config";

    /// <exception cref="UserException">The stack is unknown, or its file cannot be read.</exception>
    public static StackConfiguration Resolve(ProjectFile project, string stack, IReadOnlyList<string> overrides)
    {
        var problems = new Problems();
        var file = StackFile.Read(project, stack, problems);
        var declarations = project.Config.ToDictionary(declaration => declaration.Key, StringComparer.Ordinal);
        var given = ReadOverrides(project, declarations, overrides, problems);
        var settings = file.Settings.ToDictionary(setting => setting.Key, StringComparer.Ordinal);
        var meant = file.Settings.Concat(given).Select(setting => KnownKeys.Check(project, setting, problems)).OfType<string>().ToList();
        foreach (var setting in given) settings[setting.Key] = setting with { Value = KeepSecret(setting.Value, settings.GetValueOrDefault(setting.Key)) };
        foreach (var setting in file.Settings.Concat(given).Where(setting => settings[setting.Key].Place == setting.Place))
            CheckValue(declarations.GetValueOrDefault(setting.Key), settings[setting.Key], problems);
        AddDefaults(project, file, settings, problems);

        var secrets = settings.Values
            .Where(setting => setting.Value.HoldsSecret || declarations.GetValueOrDefault(setting.Key) is { Secret: true })
            .OrderBy(setting => setting.Key, StringComparer.Ordinal)
            .ToArray();
        var unfit = project.Config.SelectMany(declaration => Unfit(declaration, settings.GetValueOrDefault(declaration.Key)))
            .Concat(meant.Where(key => !settings.ContainsKey(key))).ToArray();
        return new StackConfiguration(
            new SortedDictionary<string, string>(settings.ToDictionary(entry => entry.Key, entry => ConfigText.Of(entry.Value.Value)), StringComparer.Ordinal),
            [.. secrets.Select(setting => setting.Key)],
            [.. secrets.SelectMany(setting => TextsIn(setting.Value, isSecret: false).Prepend(ConfigText.Of(setting.Value)))],
            file.HasEnvironment,
            problems.Told($"Configuration of stack '{stack}' is wrong") is { } told ? new(told, unfit) : null);
    }

    private static IEnumerable<string> Unfit(ConfigDeclaration declaration, ConfigSetting? setting)
    {
        if (setting is not null && declaration.Type?.Accepts(setting.Value) != false) return [];
        var items = setting is { Value: PropertyValue.List list } && declaration.Type is { Items: { } type }
            ? list.Items.Index().Where(item => !type.Accepts(item.Item)).Select(item => FormattableString.Invariant($"{declaration.Key}[{item.Index}]"))
            : [];
        return items.Prepend(declaration.Key);
    }

    private static IEnumerable<string> TextsIn(PropertyValue value, bool isSecret) => value switch
    {
        PropertyValue.Secret secret => TextsIn(secret.Plain, isSecret: true),
        PropertyValue.Map map => map.Entries.Values.SelectMany(item => TextsIn(item, isSecret)),
        PropertyValue.List list => list.Items.SelectMany(item => TextsIn(item, isSecret)),
        PropertyValue.Text text when isSecret => [text.Value],
        _ => [],
    };

    private static List<ConfigSetting> ReadOverrides(
        ProjectFile project, Dictionary<string, ConfigDeclaration> declarations, IReadOnlyList<string> overrides, Problems problems)
    {
        var settings = new Dictionary<string, ConfigSetting>(StringComparer.Ordinal);
        foreach (var pair in overrides)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                problems.Add($"{CommandLine} {pair}", "expected key=value, for example --config aws:region=eu-central-1");
                continue;
            }
            var key = ConfigDeclaration.WithNamespace(pair[..equals], project.Name);
            var type = declarations.GetValueOrDefault(key)?.Type ?? ConfigType.Text;
            var secret = declarations.GetValueOrDefault(key) is { Secret: true };
            var value = type.Parse(pair[(equals + 1)..]);
            settings[key] = new ConfigSetting(key, secret ? new PropertyValue.Secret(value) : value, $"{CommandLine} {key}");
        }
        return [.. settings.Values];
    }

    private static PropertyValue KeepSecret(PropertyValue value, ConfigSetting? replaced) =>
        replaced is { Value.HoldsSecret: true } && !value.HoldsSecret ? new PropertyValue.Secret(value) : value;

    private static void CheckValue(ConfigDeclaration? declaration, ConfigSetting setting, Problems problems)
    {
        if (declaration is null) return;
        if (declaration.Secret && !setting.Value.HoldsSecret)
            problems.Add(setting.Place, $"{setting.Key} is declared secret but stands in clear; encrypt it: pulumi config set --secret {setting.Key}");
        if (declaration.Type is not { } type || type.Accepts(setting.Value)) return;

        var encrypted = setting.Value is PropertyValue.Secret && setting.Place.StartsWith(CommandLine, StringComparison.Ordinal) is false;
        var found = declaration.Secret || setting.Value.HoldsSecret ? "a secret of another type" : Describe(setting.Value);
        problems.Add(setting.Place, encrypted
            ? $"{setting.Key} is encrypted and cannot be read offline, and no text can stand in for its type {type}; " +
                $"give one: {CommandLine} {setting.Key}=<{type}>"
            : $"{setting.Key} is {found}; expected {Article(type)}{Example(type)}");
    }

    private static void AddDefaults(ProjectFile project, StackFile file, Dictionary<string, ConfigSetting> settings, Problems problems)
    {
        foreach (var declaration in project.Config.Where(declaration => !settings.ContainsKey(declaration.Key)))
        {
            if (declaration.Default is { } value)
            {
                settings[declaration.Key] = new ConfigSetting(declaration.Key, declaration.Secret ? new PropertyValue.Secret(value) : value, declaration.Place);
                continue;
            }
            var type = declaration.Type ?? ConfigType.Text;
            var description = declaration.Description is null ? "" : $" ({declaration.Description.Trim().TrimEnd('.')})";
            var environment = file.HasEnvironment
                ? $", or {CommandLine} {declaration.Key}=… if it comes from the stack's environment, which cannot be read offline"
                : "";
            problems.Add(file.Name, $"{declaration.Key}{description} is missing and has no default in {declaration.Place}; " +
                $"add '{declaration.Key}: <{type}>' under config{environment}");
        }
    }

    private static string Describe(PropertyValue value) => value switch
    {
        PropertyValue.Text text => $"'{text.Value}'",
        PropertyValue.List => $"the list {ConfigText.ToJson(value)}",
        PropertyValue.Map => $"the mapping {ConfigText.ToJson(value)}",
        _ => value.ToString(),
    };

    private static string Article(ConfigType type) => type.Kind is ConfigKind.Text or ConfigKind.Flag ? $"a {type}" : $"an {type}";

    private static string Example(ConfigType type) => type.Kind switch
    {
        ConfigKind.Flag => ": true or false",
        ConfigKind.WholeNumber => ", for example 3",
        ConfigKind.List => type.Items is { Kind: ConfigKind.WholeNumber } ? ", for example [1, 2]"
            : type.Items is { Kind: ConfigKind.Flag } ? ", for example [true, false]"
            : ", for example [\"a\", \"b\"]",
        _ => "",
    };
}

using System.Text.Json;
using Infra.Review.Model;

namespace Infra.Review.Reporting.Json;

/// <summary>The options of a resource: those that are set, in ordinal order.</summary>
internal static class JsonOptions
{
    public static void WriteOptions(this Utf8JsonWriter writer, PreviewResourceOptions options)
    {
        writer.WriteStartObject("options");
        if (!ReferenceEquals(options, PreviewResourceOptions.None)) WriteSet(writer, options);
        writer.WriteEndObject();
    }

    private static void WriteSet(Utf8JsonWriter writer, PreviewResourceOptions options)
    {
        WriteTexts(writer, "additionalSecretOutputs", options.AdditionalSecretOutputs);
        WriteTexts(writer, "aliases", options.Aliases);
        if (options.CustomTimeouts is { } timeouts) WriteTimeouts(writer, timeouts);
        if (options.DeleteBeforeReplace is { } first) writer.WriteBoolean("deleteBeforeReplace", first);
        WriteText(writer, "deletedWith", options.DeletedWith);
        WriteTexts(writer, "hideDiffs", options.HideDiffs);
        WriteTexts(writer, "ignoreChanges", options.IgnoreChanges);
        WriteText(writer, "import", options.ImportId);
        WriteText(writer, "pluginDownloadUrl", options.PluginDownloadUrl);
        if (options.Protect) writer.WriteBoolean("protect", true);
        WriteTexts(writer, "replaceOnChanges", options.ReplaceOnChanges);
        WriteTexts(writer, "replaceWith", options.ReplaceWith);
        if (options.ReplacementTrigger is { } trigger)
        {
            writer.WritePropertyName("replacementTrigger");
            writer.WriteValue(trigger);
        }
        if (options.RetainOnDelete) writer.WriteBoolean("retainOnDelete", true);
        WriteText(writer, "version", options.Version);
    }

    private static void WriteTimeouts(Utf8JsonWriter writer, OperationTimeouts timeouts)
    {
        writer.WriteStartObject("customTimeouts");
        if (timeouts.Create is { } create) writer.WriteNumber("create", create);
        if (timeouts.Delete is { } delete) writer.WriteNumber("delete", delete);
        if (timeouts.Update is { } update) writer.WriteNumber("update", update);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0) writer.WriteTexts(name, texts);
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null) writer.WriteString(name, text);
    }
}

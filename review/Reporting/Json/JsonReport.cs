using System.Globalization;
using System.Text.Json;
using Infra.Policies;
using Infra.Review.Model;
using PropertyValue = Infra.Review.Model.PropertyValue;

namespace Infra.Review.Reporting.Json;

/// <summary>The preview for machines; <c>docs/preview-json.md</c> is its contract.</summary>
public static class JsonReport
{
    public const int Version = 1;

    private const int MostPending = 64 * 1024;

    public static void Write(ReviewedPreview reviewed, Stream stream)
    {
        using (var writer = new Utf8JsonWriter(stream, JsonValues.Options))
        {
            var preview = reviewed.Preview;
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            writer.WriteString("project", preview.Project);
            writer.WriteString("stack", preview.Stack);
            writer.WriteString("sdk", preview.Sdk);
            writer.WriteStartArray("resources");
            foreach (var resource in preview.Resources)
            {
                WriteResource(writer, resource);
                if (writer.BytesPending > MostPending) writer.Flush();
            }
            writer.WriteEndArray();
            writer.WriteProperties("stackOutputs", preview.StackOutputs);
            writer.WriteStartArray("findings");
            foreach (var finding in reviewed.Findings) WriteFinding(writer, finding);
            writer.WriteEndArray();
            WriteDiagnostics(writer, preview.Diagnostics);
            WriteFirewall(writer, reviewed.Firewall);
            WriteChanges(writer, preview);
            WriteAvailability(writer, reviewed.Availability);
            WriteEmpty(writer, "cost");
            WriteSummary(writer, reviewed);
            writer.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    /// <summary>The same rows as in the whole report, with the stack they are of.</summary>
    public static void WriteFirewallAlone(ReviewedPreview reviewed, Stream stream)
    {
        using (var writer = new Utf8JsonWriter(stream, JsonValues.Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            writer.WriteString("project", reviewed.Preview.Project);
            writer.WriteString("stack", reviewed.Preview.Stack);
            WriteFirewall(writer, reviewed.Firewall);
            WriteReached(writer, reviewed.Reached);
            writer.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static void WriteReached(Utf8JsonWriter writer, IEnumerable<InternetPath> paths)
    {
        writer.WriteStartArray("reached");
        foreach (var path in paths)
        {
            writer.WriteStartObject();
            writer.WriteString("urn", path.Target.Urn);
            writer.WriteBoolean("certain", path.IsCertain);
            writer.WriteStartArray("hops");
            foreach (var hop in path.Hops)
            {
                writer.WriteStartObject();
                writer.WriteString("urn", hop.Urn);
                writer.WriteString("tier", hop.Tier);
                writer.WriteString("ports", hop.Ports);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteFirewall(Utf8JsonWriter writer, IEnumerable<FirewallFlow> flows)
    {
        writer.WriteStartArray("firewall");
        foreach (var flow in flows)
        {
            writer.WriteStartObject();
            writer.WriteString("from", flow.From);
            writer.WriteString("to", flow.To);
            writer.WriteString("protocol", flow.Protocol);
            writer.WriteNumber("fromPort", flow.FromPort);
            writer.WriteNumber("toPort", flow.ToPort);
            writer.WriteTexts("via", flow.Via);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteResource(Utf8JsonWriter writer, PreviewResource resource)
    {
        writer.WriteStartObject();
        writer.WriteString("urn", resource.Urn);
        writer.WriteString("type", resource.Type);
        writer.WriteString("name", resource.Name);
        writer.WriteBoolean("custom", resource.Custom);
        writer.WriteBoolean("read", resource.Read);
        writer.WriteString("parent", resource.Parent);
        writer.WriteString("provider", resource.Provider);
        writer.WritePropertyName("id");
        writer.WriteValue(resource.Id ?? PropertyValue.Null.Value);
        writer.WriteProperties("inputs", resource.Inputs);
        writer.WriteProperties("outputs", resource.Outputs);
        writer.WriteTexts("dependencies", resource.Dependencies);
        writer.WriteStartObject("propertyDependencies");
        foreach (var (property, urns) in resource.PropertyDependencies) writer.WriteTexts(property, urns);
        writer.WriteEndObject();
        writer.WriteOptions(resource.Options);
        writer.WriteSource(resource.Source);
        writer.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", finding.Rule);
        writer.WriteString("severity", Words.Of(finding.Severity));
        writer.WriteString("verdict", Words.Of(finding.Verdict));
        writer.WriteString("urn", finding.Urn);
        writer.WriteString("property", finding.Property);
        writer.WriteString("message", finding.Message);
        writer.WriteString("fix", finding.Fix);
        writer.WriteString("fingerprint", finding.Fingerprint);
        writer.WriteSource(finding.Source);
        WriteWaiver(writer, finding.Waiver);
        writer.WriteEndObject();
    }

    private static void WriteDiagnostics(Utf8JsonWriter writer, IEnumerable<Diagnostic> diagnostics)
    {
        writer.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Debug))
        {
            writer.WriteStartObject();
            writer.WriteString("severity", Words.Of(diagnostic.Severity));
            writer.WriteString("message", diagnostic.Message);
            writer.WriteString("urn", diagnostic.Urn);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteWaiver(Utf8JsonWriter writer, Waiver? waiver)
    {
        if (waiver is null)
        {
            writer.WriteNull("waiver");
            return;
        }

        writer.WriteStartObject("waiver");
        writer.WriteString("reason", waiver.Reason);
        writer.WriteString("owner", waiver.Owner);
        writer.WriteString("expires", waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteSource(waiver.Source);
        writer.WriteEndObject();
    }

    // Without a base the comparison is with nothing: all that the program makes is created.
    private static void WriteChanges(Utf8JsonWriter writer, Preview preview)
    {
        writer.WriteStartArray("changes");
        foreach (var resource in Created(preview))
        {
            writer.WriteStartObject();
            writer.WriteString("urn", resource.Urn);
            writer.WriteString("op", "create");
            writer.WriteString("confidence", "certain");
            writer.WriteBoolean("dataLoss", false);
            writer.WriteStartArray("diff");
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteAvailability(Utf8JsonWriter writer, AvailabilityReport availability)
    {
        writer.WriteStartObject("availability");
        writer.WriteStartArray("zones");
        foreach (var loss in availability.Zones)
        {
            writer.WriteStartObject();
            writer.WriteString("zone", loss.Zone);
            WriteStops(writer, "stops", loss.Stops);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        WriteStops(writer, "instances", availability.Instances);
        writer.WriteEndObject();
    }

    private static void WriteStops(Utf8JsonWriter writer, string name, IEnumerable<Stop> stops)
    {
        writer.WriteStartArray(name);
        foreach (var stop in stops)
        {
            writer.WriteStartObject();
            writer.WriteString("urn", stop.Urn);
            writer.WriteBoolean("certain", stop.IsCertain);
            writer.WriteString("reason", stop.Reason);
            writer.WriteString("fix", stop.Fix);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteSummary(Utf8JsonWriter writer, ReviewedPreview reviewed)
    {
        writer.WriteStartObject("summary");
        writer.WriteNumber("errors", reviewed.Failures.Count(finding => finding.Severity == Severity.Error));
        writer.WriteNumber("warnings", reviewed.Failures.Count(finding => finding.Severity == Severity.Warning));
        writer.WriteNumber("undetermined", reviewed.Undetermined.Count());
        writer.WriteNumber("waived", reviewed.Waived.Count());
        writer.WriteNumber("create", Created(reviewed.Preview).Count());
        writer.WriteNumber("update", 0);
        writer.WriteNumber("replace", 0);
        writer.WriteNumber("delete", 0);
        writer.WriteEndObject();
    }

    private static void WriteEmpty(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject(name);
        writer.WriteEndObject();
    }

    private static IEnumerable<PreviewResource> Created(Preview preview) =>
        preview.Resources.Where(resource => !resource.Read && resource.Options.ImportId is null);
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infra.Components.Identity;

/// <summary>An IAM policy document, written in one stable form.</summary>
public sealed record PolicyDocument(params IReadOnlyList<PolicyStatement> Statement)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Without this version AWS reads a document by the rules of 2008, and queue policies hang.</summary>
    [JsonPropertyOrder(-1)]
    public string Version { get; } = "2012-10-17";

    /// <summary>Lets a service of AWS take on a role, for resources of one account only.</summary>
    /// <param name="service">For example <c>vpc-flow-logs.amazonaws.com</c>.</param>
    /// <param name="conditions">Empty for services that do not name the resource they act for, such as EC2.</param>
    public static PolicyDocument TrustOf(string service, PolicyConditions? conditions = null) => new(new PolicyStatement
    {
        Sid = "Trust",
        Principal = PolicyPrincipal.Service(service),
        Action = ["sts:AssumeRole"],
        Condition = conditions,
    });

    public override string ToString() => JsonSerializer.Serialize(this, Json);
}

using System.Text.Json.Serialization;

namespace Infra.Components.Identity;

public sealed record PolicyStatement
{
    public required string Sid { get; init; }

    public string Effect { get; init; } = "Allow";

    /// <summary>Null in policies of a role, whose principal is the role.</summary>
    public PolicyPrincipal? Principal { get; init; }

    public required IReadOnlyList<string> Action { get; init; }

    /// <summary>Null in trust policies, which speak of the role itself.</summary>
    public IReadOnlyList<string>? Resource { get; init; }

    public PolicyConditions? Condition { get; init; }

    /// <summary>Refuses every request to a bucket that does not come over TLS.</summary>
    public static PolicyStatement DenyPlainHttp(string bucketArn) => DenyPlainHttp("s3:*", bucketArn, $"{bucketArn}/*");

    /// <summary>Refuses what does not come over TLS.</summary>
    public static PolicyStatement DenyPlainHttp(string action, params IReadOnlyList<string> resourceArns) => new()
    {
        Sid = "DenyPlainHttp",
        Effect = "Deny",
        Principal = PolicyPrincipal.Anyone,
        Action = [action],
        Resource = resourceArns,
        Condition = new() { Bool = new() { ["aws:SecureTransport"] = "false" } },
    };
}

/// <summary>Who a statement speaks of: a service of AWS, an account, or anyone.</summary>
public sealed record PolicyPrincipal
{
    private PolicyPrincipal()
    {
    }

    public static PolicyPrincipal Anyone { get; } = new() { Aws = "*" };

    [JsonPropertyName("AWS")]
    public string? Aws { get; private init; }

    [JsonPropertyName("Service")]
    public string? ServiceName { get; private init; }

    /// <summary>Everyone in an account whom its own policies allow it.</summary>
    public static PolicyPrincipal Account(string accountId) => new() { Aws = $"arn:aws:iam::{accountId}:root" };

    public static PolicyPrincipal Service(string name) => new() { ServiceName = name };
}

/// <summary>Conditions by operator; all of them must hold.</summary>
public sealed record PolicyConditions
{
    public SortedDictionary<string, string>? StringEquals { get; init; }

    public SortedDictionary<string, string>? StringNotEquals { get; init; }

    public SortedDictionary<string, string>? StringLike { get; init; }

    public SortedDictionary<string, string>? ArnLike { get; init; }

    public SortedDictionary<string, string>? Bool { get; init; }
}

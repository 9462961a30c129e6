using System.Text.RegularExpressions;
using Pulumi;

namespace Infra.Components.Data;

/// <summary>
/// One shared password, for clients that cannot sign in with IAM. To change it without locking anyone out: deploy the new one with
/// <see cref="AcceptsPredecessor"/>, let all clients read it, then deploy without.
/// </summary>
public sealed partial record CacheToken
{
    /// <summary>A secret of the stack's configuration: 16 to 128 letters, digits and <c>! &amp; # $ ^ &lt; &gt; -</c>.</summary>
    public required Output<string> Value { get; init; }

    /// <summary>The token before this one still lets clients in. Never with a first token: a cache without one would stay open.</summary>
    public bool AcceptsPredecessor { get; init; }

    /// <summary>The value, once it has been found fit; the message does not repeat it.</summary>
    internal Output<string> Checked(string cache) => Output.CreateSecret(Value.Apply(value => Pattern().IsMatch(value)
        ? value
        : throw new RunException($"Cache '{cache}' cannot be built:\n  - Its token has characters or a length that ElastiCache refuses; "
            + "expected are 16 to 128 letters, digits and ! & # $ ^ < > -.")));

    // ROTATE lets both in, SET the new one alone; a first token needs SET, or login without any stays open (ElastiCache user guide,
    // modifying AUTH tokens, read 2026-11).
    internal string UpdateStrategy => AcceptsPredecessor ? "ROTATE" : "SET";

    [GeneratedRegex("^[A-Za-z0-9!&#$^<>-]{16,128}$")]
    private static partial Regex Pattern();
}

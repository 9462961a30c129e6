namespace Infra.Policies;

/// <summary>What can be wrong with a waiver although it is well-formed: errors with ids of their own, which nobody can waive.</summary>
public sealed record WaiverPolicy(string Id, string Why, string Fix)
{
    public const string Prefix = "waiver-";

    public static WaiverPolicy Expired { get; } = new(
        "waiver-expired",
        "What was accepted for a while is accepted no longer.",
        "mend what it was for and remove the waiver, or decide again and give it a new date");

    public static WaiverPolicy Unused { get; } = new(
        "waiver-unused",
        "A waiver that nothing needs waits for the next mistake and hides it.",
        "remove it, or correct its rule, URN or fingerprint");

    public static WaiverPolicy TooBroad { get; } = new(
        "waiver-too-broad",
        "A waiver for one door must not open a second one.",
        "write one waiver for each finding that is accepted, with its fingerprint");

    public static IReadOnlyList<WaiverPolicy> All { get; } = [Expired, Unused, TooBroad];

    internal Finding Finding(Waiver waiver, string message) => new()
    {
        Rule = Id,
        Severity = Severity.Error,
        Verdict = Verdict.Fail,
        Urn = waiver.Urn,
        Message = message,
        Fix = Fix,
        Key = $"{waiver.Rule} {waiver.Fingerprint}",
        Fingerprint = Policies.Fingerprint.Of(Id, waiver.Urn, $"{waiver.Rule} {waiver.Fingerprint}"),
        Source = waiver.Source,
    };
}

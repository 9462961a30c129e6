using Pulumi;
using Pulumi.Aws.Kms;

namespace Infra.Components.Encryption;

public sealed record EncryptionKeyArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required KeyPurpose Purpose { get; init; }

    public required bool DeletionProtection { get; init; }

    /// <summary>90 to 2,560.</summary>
    public int RotationDays { get; init; } = 365;
}

/// <summary>
/// A key for one purpose, usable by the services of that purpose and by nothing else, renewed every year. What it has encrypted is
/// lost with it: deletion takes thirty days, in which it can be called back.
/// </summary>
public sealed class EncryptionKey : ComponentResource
{
    // KMS API reference, EnableKeyRotation and ScheduleKeyDeletion, read 2026-11.
    private const int ShortestRotationDays = 90;
    private const int LongestRotationDays = 2560;
    private const int LongestDeletionDays = 30;

    public EncryptionKey(string name, EncryptionKeyArgs args, ComponentResourceOptions? options = null)
        : base("infra:encryption:EncryptionKey", name, options)
    {
        new Problems("EncryptionKey", name)
            .Unless(Naming.IsWord(name), $"The name '{name}' may hold lower-case letters, digits and single hyphens only, and begins with a letter.")
            .Unless(args.RotationDays is >= ShortestRotationDays and <= LongestRotationDays,
                $"RotationDays is {args.RotationDays}; allowed is {ShortestRotationDays} to {LongestRotationDays}.")
            .ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var key = CreateKey(name, args, child);
        CreateAlias(name, args, key, child);

        KeyArn = key.Arn;
        RegisterOutputs();
    }

    [Output("keyArn")]
    public Output<string> KeyArn { get; }

    private static Key CreateKey(string name, EncryptionKeyArgs args, CustomResourceOptions child) =>
        new(name, new KeyArgs
        {
            Region = args.Location.Region,
            Description = $"Encrypts {args.Purpose.What} of {args.Naming.For(name)}",
            Policy = KeyPolicy.Of(args.Purpose, args.Location).ToString(),
            EnableKeyRotation = true,
            RotationPeriodInDays = args.RotationDays,
            DeletionWindowInDays = LongestDeletionDays,
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection, RetainOnDelete = args.Purpose.IsOutlived }));

    private static void CreateAlias(string name, EncryptionKeyArgs args, Key key, CustomResourceOptions child) =>
        _ = new Pulumi.Aws.Kms.Alias(name, new AliasArgs
        {
            Region = args.Location.Region,
            Name = $"alias/{args.Naming.For(name)}",
            TargetKeyId = key.KeyId,
        }, child);
}

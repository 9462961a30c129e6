using System.Text.Json;
using Pulumi;
using Pulumi.Aws.SecretsManager;

namespace Infra.Components.Data;

public sealed record MasterPasswordArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required Input<string> KeyArn { get; init; }

    public required string UserName { get; init; }

    /// <summary>A higher number makes a new password. Never a lower one.</summary>
    public required int Generation { get; init; }

    public required bool DeletionProtection { get; init; }
}

/// <summary>
/// The password of a database whose password RDS cannot manage. Secrets Manager draws it once per generation and keeps it;
/// what it draws in later deployments is ignored.
/// </summary>
public sealed class MasterPassword : ComponentResource
{
    // Letters and digits only: every engine takes them. MySQL takes at most 41 (RDS API, CreateDBInstance, read 2026-11).
    private const int Length = 40;
    private const int RecoveryDays = 30;

    public MasterPassword(string name, MasterPasswordArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:MasterPassword", name, options)
    {
        new Problems("MasterPassword", name)
            .Unless(args.Generation >= 1, $"Generation is {args.Generation}; allowed is 1 or more.")
            .ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var secret = CreateSecret(name, args, child);
        var version = CreateVersion(name, args, secret, child);

        SecretArn = secret.Arn;
        // What is stored, not what was drawn: after a failed deployment these differ.
        Value = Output.CreateSecret(version.SecretString.Apply(PasswordOf));
        RegisterOutputs();
    }

    [Output("secretArn")]
    public Output<string> SecretArn { get; }

    /// <summary>Secret.</summary>
    public Output<string> Value { get; }

    private static Secret CreateSecret(string name, MasterPasswordArgs args, CustomResourceOptions child) =>
        new(name, new SecretArgs
        {
            Region = args.Location.Region,
            Description = $"Log-in of {args.UserName}",
            KmsKeyId = args.KeyArn,
            RecoveryWindowInDays = RecoveryDays,
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection }));

    private static SecretVersion CreateVersion(string name, MasterPasswordArgs args, Secret secret, CustomResourceOptions child)
    {
        var drawn = GetRandomPassword.Invoke(
            new GetRandomPasswordInvokeArgs
            {
                Region = args.Location.Region,
                PasswordLength = Length,
                ExcludePunctuation = true,
                RequireEachIncludedType = true,
            }, new InvokeOptions { Parent = child.Parent });

        return new($"{name}-{args.Generation}", new SecretVersionArgs
        {
            Region = args.Location.Region,
            SecretId = secret.Id,
            SecretString = Output.CreateSecret(drawn.Apply(password => Login(args.UserName, password.RandomPassword))),
        }, CustomResourceOptions.Merge(child, new() { IgnoreChanges = { "secretString" } }));
    }

    private static string Login(string userName, string password) =>
        JsonSerializer.Serialize(new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["password"] = password,
            ["username"] = userName,
        });

    private static string PasswordOf(string? login)
    {
        if (login is null) return "";
        using var document = JsonDocument.Parse(login);
        return document.RootElement.GetProperty("password").GetString() ?? "";
    }
}

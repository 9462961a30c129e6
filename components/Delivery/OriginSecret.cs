using System.Globalization;
using Pulumi;
using Pulumi.Aws.SecretsManager;

namespace Infra.Components.Delivery;

public sealed record OriginSecretArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>A higher number makes a new secret. Never a lower one.</summary>
    public required int Generation { get; init; }

    public required bool DeletionProtection { get; init; }
}

/// <summary>
/// What a distribution tells its load balancers so that they know it. Secrets Manager draws it once per generation; what it draws in later
/// deployments is ignored. Balancers take the secrets of this generation and of the one before, so that a change needs no exact moment.
/// </summary>
public sealed class OriginSecret : ComponentResource
{
    // An application load balancer compares at most 128 characters, and takes ? and * for wildcards: letters and digits only.
    private const int Length = 48;

    public OriginSecret(string name, OriginSecretArgs args, ComponentResourceOptions? options = null)
        : base("infra:delivery:OriginSecret", name, options)
    {
        new Problems("OriginSecret", name)
            .Unless(args.Generation >= 1, $"Generation is {args.Generation}; allowed is 1 or more.")
            .ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var secret = new Secret($"{name}-{args.Location.Region}", new SecretArgs
        {
            Region = args.Location.Region,
            Description = "Proves to load balancers that a request comes from the distribution",
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection }));
        var generations = Enumerable.Range(Math.Max(1, args.Generation - 1), Math.Min(2, args.Generation));
        Accepted = [.. generations.Select(generation => Draw(name, args, generation, secret, child)).Reverse()];
        RegisterOutputs();
    }

    /// <summary>What the distribution sends.</summary>
    public Output<string> Value => Accepted[0];

    /// <summary>What load balancers take: this generation's, then the one before it, if there is one. All secret.</summary>
    public IReadOnlyList<Output<string>> Accepted { get; }

    private static Output<string> Draw(string name, OriginSecretArgs args, int generation, Secret secret, CustomResourceOptions child)
    {
        var drawn = GetRandomPassword.Invoke(
            new GetRandomPasswordInvokeArgs { Region = args.Location.Region, PasswordLength = Length, ExcludePunctuation = true },
            new InvokeOptions { Parent = child.Parent });
        var key = generation.ToString(CultureInfo.InvariantCulture);
        var version = new SecretVersion($"{name}-{args.Location.Region}-{key}", new SecretVersionArgs
        {
            Region = args.Location.Region,
            SecretId = secret.Id,
            SecretString = Output.CreateSecret(drawn.Apply(password => password.RandomPassword)),
        }, CustomResourceOptions.Merge(child, new() { IgnoreChanges = { "secretString" } }));

        // What is stored, not what was drawn: after the first deployment these differ.
        return Output.CreateSecret(version.SecretString.Apply(text => text ?? ""));
    }
}

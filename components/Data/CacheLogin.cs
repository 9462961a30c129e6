using Infra.Components.Identity;
using Pulumi;
using Pulumi.Aws.SecretsManager;

namespace Infra.Components.Data;

/// <summary>How clients get into a cache, and what a role needs for it.</summary>
internal sealed record CacheLogin
{
    private const int RecoveryDays = 30;

    // Whoever brings a token is this user.
    private const string TokenUser = "default";

    public string UserName { get; private init; } = TokenUser;

    /// <summary>Excludes a token.</summary>
    public Output<string>? UserGroupId { get; private init; }

    public Output<string>? Token { get; private init; }

    public string? TokenStrategy { get; private init; }

    /// <summary>Given the ARN of the cache.</summary>
    public required Func<Output<string>, Output<PolicyStatement>> Permission { get; init; }

    public static CacheLogin Create(string name, CacheArgs args, CustomResourceOptions child) =>
        args.Token is { } token ? ByToken(name, args, token, child) : ByIam(name, args, child);

    private static CacheLogin ByIam(string name, CacheArgs args, CustomResourceOptions child)
    {
        var account = CacheAccount.Create(name, args.Naming, args.Location, child);
        return new()
        {
            UserName = account.UserName,
            UserGroupId = account.Group.UserGroupId,
            Permission = cache => CachePermissions.Connect(cache, account.User.Arn),
        };
    }

    private static CacheLogin ByToken(string name, CacheArgs args, CacheToken token, CustomResourceOptions child)
    {
        var value = token.Checked(name);
        var secret = new Secret($"{name}-token", new SecretArgs
        {
            Region = args.Location.Region,
            Description = $"Token of {args.Naming.For(name)}",
            RecoveryWindowInDays = RecoveryDays,
            Tags = args.Naming.Tags($"{name}-token"),
        }, child);
        _ = new SecretVersion($"{name}-token", new SecretVersionArgs
        {
            Region = args.Location.Region,
            SecretId = secret.Id,
            SecretString = value,
        }, child);

        return new()
        {
            Token = value,
            TokenStrategy = token.UpdateStrategy,
            Permission = _ => secret.Arn.Apply(arn =>
                new PolicyStatement { Sid = "ReadCacheToken", Action = ["secretsmanager:GetSecretValue"], Resource = [arn] }),
        };
    }
}

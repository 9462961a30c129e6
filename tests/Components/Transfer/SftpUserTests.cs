using Infra.Components.Transfer;

namespace Infra.Tests.Components.Transfer;

public sealed class SftpUserTests
{
    public const string Ed25519 = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBTCiBWzLUiR3RljE5NQJzy4K+K82QJwzXmETi1bsiBL acme";

    public const string Ecdsa = "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBHLQwF3vaXNiM6R5yBI8krwDx5Eh7HXsqfvXeGkyYbccu3SInNdB"
        + "KxRj71NhbXYCQ6wZldAWdxSw1G0vGn3rkTg=";

    private const string Private = "-----BEGIN OPENSSH PRIVATE KEY-----";

    public static TheoryData<string> NoKeys { get; } =
    [
        "",
        "ssh-ed25519",
        "ssh-ed25519 not-base64",
        "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIBTCiBWzLUiR3RljE5NQJzy4K+K82QJwzXmETi1bsiBL",
        "ssh-dss AAAAB3NzaC1kc3MAAACBAP",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5",
        $"{Ed25519}\n{Ecdsa}",
        $"{Ed25519} {new string('x', 2048)}",
        Private,
    ];

    [Fact]
    public void Keys_as_ssh_keygen_writes_them_are_taken_with_and_without_a_comment() =>
        User(("2026", Ed25519), ("2027", Ecdsa)).Check().ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(NoKeys))]
    public void What_is_no_public_key_is_refused(string text) =>
        User(("2026", text)).Check()
            .ShouldHaveSingleItem().ShouldStartWith("The key '2026' of user 'acme' is no public key. Expected is the line of a .pub file");

    [Fact]
    public void A_private_key_is_not_repeated() =>
        User(("2026", Private)).Check().ShouldAllBe(problem => !problem.Contains("OPENSSH", StringComparison.Ordinal));

    [Fact]
    public void A_key_is_given_once() =>
        User(("2026", Ed25519), ("again", Ed25519.Replace("acme", "other", StringComparison.Ordinal))).Check()
            .ShouldBe(["The keys '2026' and 'again' of user 'acme' are the same."]);

    [Fact]
    public void The_name_of_a_key_is_a_word() =>
        User(("My key", Ed25519)).Check().ShouldBe(["User 'acme' has a key named 'My key'; expected are lower-case letters, digits and single hyphens."]);

    private static SftpUser User(params (string Name, string Key)[] keys) =>
        new() { Name = "acme", PublicKeys = keys.ToDictionary(key => key.Name, key => key.Key) };
}

using Pulumi;

namespace Infra.Components.Data;

/// <summary>The administrator's password of a database in one place, where RDS does not manage it.</summary>
internal sealed record OwnPassword
{
    /// <summary>The database's name in its place.</summary>
    public required string Site { get; init; }

    public required Naming Naming { get; init; }

    public required DatabasePlace Place { get; init; }

    public required Input<string> KeyArn { get; init; }

    public required MasterPassword Password { get; init; }

    public required Resource Parent { get; init; }

    public static OwnPassword Draw(
        string site, Naming naming, DatabasePlace place, Input<string> keyArn, (int Generation, bool DeletionProtection) wish, Resource parent) => new()
        {
            Site = site,
            Naming = naming,
            Place = place,
            KeyArn = keyArn,
            Parent = parent,
            Password = new($"{site}-password", new()
            {
                Naming = naming,
                Location = place.Location,
                KeyArn = keyArn,
                UserName = DatabaseInstances.Administrator,
                Generation = wish.Generation,
                DeletionProtection = wish.DeletionProtection,
            }, new() { Parent = parent }),
        };

    public void RenewFor(RotatedDatabase database) => _ = new PasswordRotation($"{Site}-rotation", new()
    {
        Naming = Naming,
        Location = Place.Location,
        Password = Password,
        Database = database,
        KeyArn = KeyArn,
        LogKeyArn = Place.LogKeyArn,
    }, new() { Parent = Parent });
}

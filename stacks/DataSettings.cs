using Infra.Components.Data;

namespace Infra.Stacks;

/// <summary>The sizes of databases and stores.</summary>
public sealed record DataSettings
{
    /// <summary>Of the orders, and of each shard of the accounts.</summary>
    public required DatabaseMachine Machine { get; init; }

    public required string AuroraMachineType { get; init; }

    public required IReadOnlyList<Shard> AccountShards { get; init; }

    public required string DocumentMachineType { get; init; }

    public required string GraphMachineType { get; init; }

    internal static DataSettings Read(ConfigurationReader values) => new()
    {
        Machine = ReadDatabaseMachine(values),
        AuroraMachineType = MachineType(values, "infra:auroraMachineType"),
        AccountShards = ShardReader.Read(values, "infra:accountShards"),
        DocumentMachineType = MachineType(values, "infra:documentMachineType"),
        GraphMachineType = MachineType(values, "infra:graphMachineType"),
    };

    private static string MachineType(ConfigurationReader values, string key) =>
        values.Text(key, DatabaseMachine.IsType, "a machine type, such as db.r7g.large");

    private static DatabaseMachine ReadDatabaseMachine(ConfigurationReader values)
    {
        const string type = "infra:databaseMachineType", storage = "infra:databaseStorageGibibytes", most = "infra:databaseStorageMaximumGibibytes";
        var machine = new DatabaseMachine
        {
            Type = MachineType(values, type),
            StorageGibibytes = values.Number(storage),
            MaximumStorageGibibytes = values.Number(most),
        };
        if (values.Has(type, storage, most))
            foreach (var problem in machine.Check())
                values.Problem($"{storage} and {most}", $"do not fit: {problem}");
        return machine;
    }
}

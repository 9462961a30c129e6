using Infra.Components.Data;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Data;

/// <summary>The function runs in the real Node.js; Secrets Manager and RDS are stood in for by two small modules that keep what they are told.</summary>
public sealed class RotationScriptTests
{
    private const string Secrets =
        """
        const stages = { old: ['AWSCURRENT'], fresh: ['AWSPENDING'] };
        const values = { old: JSON.stringify({ password: 'before', username: 'dbowner' }) };
        const versionOf = (stage) => Object.keys(stages).find((one) => stages[one].includes(stage));
        const answers = {
          Describe: () => ({ VersionIdsToStages: stages }),
          Random: ({ PasswordLength }) => ({ RandomPassword: 'x'.repeat(PasswordLength) }),
          Get: ({ VersionId, VersionStage }) => {
            const value = values[VersionId ?? versionOf(VersionStage)];
            if (value === undefined) throw Object.assign(new Error('none'), { name: 'ResourceNotFoundException' });
            return { SecretString: value };
          },
          Put: ({ ClientRequestToken, SecretString }) => { values[ClientRequestToken] = SecretString; console.log('drawn'); },
          Move: ({ MoveToVersionId, RemoveFromVersionId }) => {
            stages[RemoveFromVersionId] = ['AWSPREVIOUS'];
            stages[MoveToVersionId] = ['AWSCURRENT'];
            console.log(`current is ${values[MoveToVersionId]}`);
          },
        };
        const command = (kind) => class { constructor(input) { this.answer = () => answers[kind](input); } };
        module.exports = {
          SecretsManagerClient: class { async send(asked) { return asked.answer(); } },
          DescribeSecretCommand: command('Describe'),
          GetRandomPasswordCommand: command('Random'),
          GetSecretValueCommand: command('Get'),
          PutSecretValueCommand: command('Put'),
          UpdateSecretVersionStageCommand: command('Move'),
        };
        """;

    private const string Databases =
        """
        let looks = 0;
        const state = () => ({ DBInstanceStatus: 'available', Status: 'available', PendingModifiedValues: ++looks < 3 ? { MasterUserPassword: '****' } : {} });
        const set = (input) => console.log(`set ${JSON.stringify(input)}`);
        const command = (answer) => class { constructor(input) { this.answer = () => answer(input); } };
        module.exports = {
          RDSClient: class { async send(asked) { return asked.answer(); } },
          ModifyDBInstanceCommand: command(set),
          ModifyDBClusterCommand: command(set),
          DescribeDBInstancesCommand: command(() => { console.log('look'); return { DBInstances: [state()] }; }),
          DescribeDBClustersCommand: command(() => { console.log('look'); return { DBClusters: [state()] }; }),
        };
        """;

    private static readonly string Drawn = new('x', 40);

    [NodeFact]
    public async Task A_password_is_drawn_set_waited_for_and_made_current() =>
        (await RunAsync("db", "fresh", "createSecret", "setSecret", "testSecret", "finishSecret")).ShouldBe(
            "drawn\n"
            + $$"""set {"DBInstanceIdentifier":"orders","MasterUserPassword":"{{Drawn}}","ApplyImmediately":true}""" + "\n"
            + "look\nlook\nlook\n"
            + $$"""current is {"password":"{{Drawn}}","username":"dbowner"}""" + "\n");

    [NodeFact]
    public async Task Of_a_cluster_it_is_the_cluster_that_takes_it() =>
        (await RunAsync("cluster", "fresh", "createSecret", "setSecret", "testSecret")).ShouldContain("""set {"DBClusterIdentifier":"orders",""");

    [NodeFact]
    public async Task A_step_that_comes_again_draws_no_second_password() =>
        (await RunAsync("db", "fresh", "createSecret", "createSecret")).ShouldBe("drawn\n");

    [NodeFact]
    public async Task What_is_current_already_is_left_alone() => (await RunAsync("db", "old", "createSecret", "setSecret", "finishSecret")).ShouldBe("");

    [NodeFact]
    public async Task An_unknown_version_is_refused() => (await RunAsync("db", "other", "createSecret")).ShouldBe("the secret has no version other\n");

    private static async Task<string> RunAsync(string kind, string version, params IEnumerable<string> steps)
    {
        var folder = Directory.CreateTempSubdirectory("rotation").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, RotationScript.Path), RotationScript.Text);
        await WriteModuleAsync(folder, "client-secrets-manager", Secrets);
        await WriteModuleAsync(folder, "client-rds", Databases);
        var calls = string.Join(';', steps.Select(step => $"await handler({{ SecretId: 'login', ClientRequestToken: '{version}', Step: '{step}' }})"));
        var run = $"const {{ handler }} = require('./{RotationScript.Path}'); (async () => {{ {calls} }})().catch((error) => console.error(error.message))";
        using var node = NodePackage.Start(folder, ["-e", run], new Dictionary<string, string>
        {
            ["DATABASE_IDENTIFIER"] = "orders",
            ["DATABASE_KIND"] = kind,
            ["PAUSE_MILLISECONDS"] = "1",
        });
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync() + await errors;
        await node.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
        return output;
    }

    private static async Task WriteModuleAsync(string folder, string name, string text)
    {
        var module = Directory.CreateDirectory(Path.Combine(folder, "node_modules", "@aws-sdk", name)).FullName;
        await File.WriteAllTextAsync(Path.Combine(module, "index.js"), text);
    }
}

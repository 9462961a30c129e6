namespace Infra.Components.Data;

/// <summary>
/// The function by which Secrets Manager renews an administrator's password: in four steps, each of which may come again. It asks RDS to
/// set the password, so it needs neither a way into the network nor a driver, and nothing but what Lambda's Node.js brings.
/// </summary>
public static class RotationScript
{
    /// <summary>File and function.</summary>
    public const string Handler = "rotation.handler";

    public const string Path = "rotation.js";

    public const string Text =
        """
        'use strict';

        const manager = require('@aws-sdk/client-secrets-manager');
        const rds = require('@aws-sdk/client-rds');

        const secrets = new manager.SecretsManagerClient();
        const databases = new rds.RDSClient();
        const identifier = process.env.DATABASE_IDENTIFIER;
        const isCluster = process.env.DATABASE_KIND === 'cluster';
        const pauseMilliseconds = Number(process.env.PAUSE_MILLISECONDS);
        const looks = 60;

        const read = async (id, stage, version) => JSON.parse((await secrets.send(new manager.GetSecretValueCommand({
          SecretId: id, VersionStage: stage, VersionId: version,
        }))).SecretString);

        async function isDrawn(id, version) {
          try {
            await read(id, 'AWSPENDING', version);
            return true;
          } catch (error) {
            if (error.name === 'ResourceNotFoundException') return false;
            throw error;
          }
        }

        async function createSecret(id, version) {
          if (await isDrawn(id, version)) return;
          const login = await read(id, 'AWSCURRENT');
          const drawn = await secrets.send(new manager.GetRandomPasswordCommand({
            PasswordLength: 40, ExcludePunctuation: true, RequireEachIncludedType: true,
          }));
          await secrets.send(new manager.PutSecretValueCommand({
            SecretId: id,
            ClientRequestToken: version,
            SecretString: JSON.stringify({ ...login, password: drawn.RandomPassword }),
            VersionStages: ['AWSPENDING'],
          }));
        }

        async function setSecret(id, version) {
          const change = { MasterUserPassword: (await read(id, 'AWSPENDING', version)).password, ApplyImmediately: true };
          await databases.send(isCluster
            ? new rds.ModifyDBClusterCommand({ DBClusterIdentifier: identifier, ...change })
            : new rds.ModifyDBInstanceCommand({ DBInstanceIdentifier: identifier, ...change }));
        }

        async function isSet() {
          if (isCluster) {
            const [cluster] = (await databases.send(new rds.DescribeDBClustersCommand({ DBClusterIdentifier: identifier }))).DBClusters;
            return cluster.Status === 'available' && !cluster.PendingModifiedValues?.MasterUserPassword;
          }
          const [instance] = (await databases.send(new rds.DescribeDBInstancesCommand({ DBInstanceIdentifier: identifier }))).DBInstances;
          return instance.DBInstanceStatus === 'available' && !instance.PendingModifiedValues?.MasterUserPassword;
        }

        async function testSecret() {
          for (let look = 0; look < looks; look++) {
            if (await isSet()) return;
            await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
          }
          throw new Error(`${identifier} has not taken its new password yet`);
        }

        async function finishSecret(id, version) {
          const stages = (await secrets.send(new manager.DescribeSecretCommand({ SecretId: id }))).VersionIdsToStages;
          const current = Object.keys(stages).find((one) => stages[one].includes('AWSCURRENT'));
          await secrets.send(new manager.UpdateSecretVersionStageCommand({
            SecretId: id, VersionStage: 'AWSCURRENT', MoveToVersionId: version, RemoveFromVersionId: current,
          }));
        }

        const steps = { createSecret, setSecret, testSecret, finishSecret };

        exports.handler = async ({ SecretId: id, ClientRequestToken: version, Step: step }) => {
          const stages = (await secrets.send(new manager.DescribeSecretCommand({ SecretId: id }))).VersionIdsToStages[version];
          if (stages === undefined) throw new Error(`the secret has no version ${version}`);
          if (stages.includes('AWSCURRENT')) return;
          if (!stages.includes('AWSPENDING')) throw new Error(`version ${version} is not to become current`);
          await steps[step](id, version);
        };

        """;
}

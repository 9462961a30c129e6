'use strict';

const pulumi = require('@pulumi/pulumi');
const aws = require('@pulumi/aws');

class Network extends pulumi.ComponentResource {
  constructor(name, args, options) {
    super('interop:network:Network', name, {}, options);
    const child = { parent: this };

    this.vpc = new aws.ec2.Vpc(`${name}-vpc`, { cidrBlock: args.cidr, enableDnsHostnames: true, tags: { Name: name } }, child);
    this.subnets = args.zones.map((zone, index) => new aws.ec2.Subnet(`${name}-subnet-${zone}`, {
      vpcId: this.vpc.id,
      cidrBlock: args.cidr.replace('0.0/16', `${index}.0/24`),
      availabilityZone: args.zoneNames.apply(names => names[index]),
    }, { parent: this.vpc }));

    this.registerOutputs({ vpcId: this.vpc.id });
  }
}

class Database extends pulumi.ComponentResource {
  constructor(name, args, options) {
    super('interop:data:Database', name, {}, options);

    const firewall = new aws.ec2.SecurityGroup(`${name}-firewall`, { vpcId: args.network.vpc.id, description: 'Database' }, { parent: this });
    const subnets = new aws.rds.SubnetGroup(`${name}-subnets`, { subnetIds: args.network.subnets.map(subnet => subnet.id) }, { parent: this });
    this.instance = new aws.rds.Instance(`${name}-instance`, {
      engine: 'mysql',
      instanceClass: 'db.t4g.micro',
      allocatedStorage: 20,
      username: 'admin',
      password: args.password,
      dbSubnetGroupName: subnets.name,
      vpcSecurityGroupIds: [firewall.id],
      skipFinalSnapshot: true,
    }, { parent: this, protect: true, ignoreChanges: ['allocatedStorage'], dependsOn: [args.network] });

    this.registerOutputs({ endpoint: this.instance.endpoint });
  }
}

const config = new pulumi.Config();
const zones = config.getObject('zones') ?? ['b', 'c'];
const zoneNames = aws.getAvailabilityZonesOutput({ state: 'available' }).names;

const network = new Network('main', { cidr: config.require('cidr'), zones, zoneNames });
const database = new Database('orders', { network, password: config.requireSecret('databasePassword') });

const ireland = new aws.Provider('ireland', { region: 'eu-west-1' });
const archive = new aws.s3.Bucket('archive', { forceDestroy: false }, { provider: ireland, aliases: [{ name: 'old-archive' }] });

const parameter = new aws.ssm.Parameter('connection', {
  type: 'SecureString',
  value: pulumi.interpolate`mysql://${database.instance.endpoint}/?token=${pulumi.secret('canary-2f6b1d')}&bucket=${archive.arn}`,
}, { dependsOn: [archive], additionalSecretOutputs: ['arn'] });

exports.vpcId = network.vpc.id;
exports.subnetIds = network.subnets.map(subnet => subnet.id);
exports.parameterArn = parameter.arn;
exports.token = pulumi.secret('canary-2f6b1d');

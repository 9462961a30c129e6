'use strict';

// Plays the engine to a policy pack with Pulumi's own stubs: starts it, calls it in the engine's order, prints what came back as JSON.
const { spawn } = require('node:child_process');
const { text } = require('node:stream/consumers');
const readline = require('node:readline');
const grpc = require('@grpc/grpc-js');
const { Empty } = require('google-protobuf/google/protobuf/empty_pb.js');
const messages = require('@pulumi/pulumi/proto/analyzer_pb');
const { AnalyzerClient, AnalyzerService } = require('@pulumi/pulumi/proto/analyzer_grpc_pb');
const engineMessages = require('@pulumi/pulumi/proto/engine_pb');
const { EngineService } = require('@pulumi/pulumi/proto/engine_grpc_pb');

const unlimited = { 'grpc.max_receive_message_length': 400 * 1024 * 1024, 'grpc.max_send_message_length': 400 * 1024 * 1024 };

function startEngine() {
  const server = new grpc.Server();
  const refuse = (_, answer) => answer({ code: grpc.status.UNIMPLEMENTED });
  const methods = Object.fromEntries(Object.keys(EngineService).map(name => [name, refuse]));
  methods.getRootResource = (_, answer) => answer(null, new engineMessages.GetRootResourceResponse());
  server.addService(EngineService, methods);
  return new Promise((resolve, reject) => server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(),
    (error, port) => error ? reject(error) : resolve({ server, address: `127.0.0.1:${port}` })));
}

const settle = resolve => (error, response) =>
  resolve(error ? { code: error.code, details: error.details } : { code: grpc.status.OK, ...response.toObject() });

const call = (client, method, request) => new Promise(resolve => client[method](request, settle(resolve)));

// A request as Pulumi's stubs understand it, or as it was written: to restate a whole platform takes the stubs seconds.
function pass(client, method, base64, asWritten) {
  const { path, requestDeserialize, requestSerialize, responseDeserialize } = AnalyzerService[method];
  const bytes = Buffer.from(base64, 'base64');
  const [request, serialize] = asWritten ? [bytes, given => given] : [requestDeserialize(bytes), requestSerialize];
  return new Promise(resolve => client.makeUnaryRequest(path, serialize, responseDeserialize, request, settle(resolve)));
}

async function main() {
  const given = JSON.parse(await text(process.stdin));
  const { server, address } = await startEngine();
  const pack = spawn(process.argv[2], ['--logtostderr', '-v=3', address], { cwd: given.folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = new Promise(resolve => pack.on('exit', (code, signal) => resolve({ code, signal })));
  const errors = text(pack.stderr);
  const lines = readline.createInterface({ input: pack.stdout })[Symbol.asyncIterator]();
  const port = (await lines.next()).value;
  const client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), unlimited);

  const handshake = new messages.AnalyzerHandshakeRequest();
  handshake.setEngineAddress(address);
  const stack = new messages.AnalyzerStackConfigureRequest();
  stack.setStack('dev');
  stack.setDryRun(given.preview);
  const resource = new messages.AnalyzeRequest();
  resource.setType('aws:ec2/securityGroup:SecurityGroup');

  const result = { port };
  result.handshake = await call(client, 'handshake', handshake);
  result.configureStack = await call(client, 'configureStack', stack);
  result.plugin = await call(client, 'getPluginInfo', new Empty());
  result.info = await call(client, 'getAnalyzerInfo', new Empty());
  result.configure = await pass(client, 'configure', given.configuration);
  result.remediate = await call(client, 'remediate', resource);
  result.analyze = await call(client, 'analyze', resource);
  // Every pack may change the inputs of a resource; then every pack judges them.
  const answers = await Promise.all(given.resources.map(async ({ before, after }) => [
    await pass(client, 'remediate', before, given.asWritten),
    await pass(client, 'analyze', after, given.asWritten),
  ]));
  result.refused = answers.flat().filter(answer => answer.code !== grpc.status.OK);
  result.analyzeStack = await pass(client, 'analyzeStack', given.stack, given.asWritten);
  if (given.end === 'cancel') result.cancel = await call(client, 'cancel', new Empty());
  else server.forceShutdown();
  result.exit = await exited;
  result.stdout = (await lines.next()).value ?? null;
  result.stderr = await errors;
  server.forceShutdown();
  client.close();
  process.stdout.write(JSON.stringify(result));
}

main();

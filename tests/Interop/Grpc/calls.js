'use strict';

// Calls the methods of a server by name with the client of @grpc/grpc-js and prints what came of it as JSON.
const crypto = require('node:crypto');
const grpc = require('@grpc/grpc-js');
const { services } = require('./protocol');

const unlimited = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };
const gzip = { 'grpc.default_compression_algorithm': grpc.compressionAlgorithms.gzip };

const [, , address, scenario, argument] = process.argv;

function clientOf(service, options = {}) {
  return new services[service](address, grpc.credentials.createInsecure(), { ...unlimited, ...options });
}

function call(client, method, request, options = {}) {
  return new Promise(resolve => {
    const running = client[method](request, new grpc.Metadata(), options, (error, response) =>
      resolve(error ? { code: error.code, details: error.details } : { code: grpc.status.OK, response }));
    if (options.cancelAfter) setTimeout(() => running.cancel(), options.cancelAfter);
  });
}

const monitor = options => clientOf('ResourceMonitor', options);

// Neither the time that a connection takes nor that of a first call is part of the deadline under test.
async function connected() {
  const client = monitor();
  await call(client, 'SupportsFeature', { id: 'anything' });
  return client;
}

const scenarios = {
  register: () => call(monitor(), 'RegisterResource', JSON.parse(argument)),
  feature: () => call(monitor(), 'SupportsFeature', { id: argument }),
  compressed: () => call(monitor(gzip), 'SupportsFeature', { id: argument }),
  deadline: async () => call(await connected(), 'SignalAndWaitForShutdown', {}, { deadline: Date.now() + Number(argument) }),
  cancel: async () => call(await connected(), 'SignalAndWaitForShutdown', {}, { cancelAfter: Number(argument) }),
  wait: () => call(monitor(), 'SignalAndWaitForShutdown', {}),

  async large() {
    const request = crypto.randomBytes(Number(argument));
    const answer = await call(clientOf('Callbacks'), 'Invoke', { token: 'large', request });
    return { code: answer.code, details: answer.details, same: answer.response?.response.equals(request) };
  },

  async concurrent() {
    const client = monitor();
    const names = Array.from({ length: Number(argument) }, (_, index) => `resource-${index}`);
    const answers = await Promise.all(names.map(name => call(client, 'RegisterResource', { type: 'a:b:C', name })));
    return { failure: answers.find(answer => answer.code !== grpc.status.OK) ?? null, urns: answers.map(answer => answer.response?.urn) };
  },
};

scenarios[scenario]().then(result => {
  process.stdout.write(JSON.stringify(result));
  process.exit(0);
});

'use strict';

// Serves the protocol with the server of @grpc/grpc-js: prints the port, then one line for each call that was cancelled, until its input ends.
const grpc = require('@grpc/grpc-js');
const { services } = require('./protocol');

const server = new grpc.Server({ 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 });

server.addService(services.ResourceMonitor.service, {
  SupportsFeature(call, callback) {
    const [code, ...details] = call.request.id.split(' ');
    if (Number(code) > 0) callback({ code: Number(code), details: details.join(' ') });
    else callback(null, { hasSupport: true });
  },
  RegisterResource(call, callback) {
    const { name, type, object, dependencies, propertyDependencies } = call.request;
    callback(null, {
      urn: `${type}::${name}`,
      id: `${name}-id`,
      object,
      stables: dependencies,
      propertyDependencies,
    });
  },
  SignalAndWaitForShutdown(call) {
    call.on('cancelled', () => console.log('cancelled'));
    console.log(`waiting, deadline in ${call.getDeadline() === Infinity ? 'no' : 'some'} time`);
  },
});

server.addService(services.Callbacks.service, {
  Invoke(call, callback) {
    callback(null, { response: call.request.request });
  },
});

server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(port);
});

process.stdin.resume();
process.stdin.on('end', () => process.exit(0));

'use strict';

// The project's own .proto files, read by an implementation of protobuf that shares nothing with the project.
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const definition = loader.loadSync(
  ['pulumi/resource.proto', 'pulumi/engine.proto', 'pulumi/callback.proto'],
  { includeDirs: [process.env.INFRA_PROTOS], keepCase: true, longs: Number, enums: String, oneofs: true });

exports.services = grpc.loadPackageDefinition(definition).pulumirpc;

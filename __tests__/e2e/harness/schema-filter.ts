import { connect as open, constants, createServer } from 'node:http2';
import type { ClientHttp2Stream, IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import { connect } from 'node:net';

/** Call of the plugin protocol with which each run of Terraform begins. */
const GET_SCHEMA = '/tfplugin5.Provider/GetSchema';
/** Fields of its answer with a schema for each type: resources, data sources, ephemeral resources. */
const FIELDS_OF_TYPES = [2, 3, 8];
/** Types of what the modules make, and of what the tests put around it. */
const WANTED =
  /^aws_(caller_identity|iam|instance|kms|launch_template|partition|region|s3_bucket|secretsmanager|sns_topic|ssm_|ssoadmin)/;
const { HTTP2_HEADER_PATH, NGHTTP2_CANCEL, NGHTTP2_FLAG_END_STREAM } = constants;
/** What gRPC writes before a message: whether it is compressed, and its length. */
const PREFIX_BYTES = 5;
/** The whole answer has megabytes. */
const LIMITS = { maxSessionMemory: 1000 };

const ignore = (): void => undefined;

/**
 * Stands before a provider and passes every call on but one: at each run Terraform reads the
 * schemas of more than a thousand types, which takes a second, and the tests use a few of them.
 *
 * @param provider - socket of the provider
 * @param socket - where this answers, until the process ends
 */
export async function filterSchemas(provider: string, socket: string): Promise<void> {
  let schemas: Promise<Buffer> | undefined;
  const server = createServer(LIMITS);
  server.on('session', (session) => {
    const createConnection = () => connect(provider);
    const upstream = open('http://localhost', { ...LIMITS, createConnection });
    // whichever goes takes the other one with it, as if nothing were between them
    upstream.on('error', ignore).on('close', () => {
      session.destroy();
    });
    session.on('error', ignore).on('close', () => {
      upstream.destroy();
    });
    session.on('stream', (stream, headers) => {
      stream.on('error', ignore);
      if (headers[HTTP2_HEADER_PATH] !== GET_SCHEMA) {
        pass(stream, upstream.request(headers));
        return;
      }
      schemas ??= messageOf(stream, upstream.request(headers)).then(filtered);
      void schemas.then((message) => {
        answer(stream, message);
      });
    });
  });
  server.unref();
  await new Promise<void>((resolve) => server.listen(socket, resolve));
}

function pass(from: ServerHttp2Stream, to: ClientHttp2Stream): void {
  let trailers: IncomingHttpHeaders = {};
  from.pipe(to).on('error', ignore);
  from.on('close', () => {
    to.close(NGHTTP2_CANCEL);
  });
  from.on('wantTrailers', () => {
    from.sendTrailers(trailers);
  });
  to.on('response', (headers, flags) => {
    const endStream = (flags & NGHTTP2_FLAG_END_STREAM) !== 0;
    from.respond(headers, { endStream, waitForTrailers: !endStream });
  });
  to.on('trailers', (given: IncomingHttpHeaders) => {
    trailers = given;
  });
  to.pipe(from, { end: false });
  // the trailers are there then
  to.on('close', () => from.end());
}

async function messageOf(from: ServerHttp2Stream, to: ClientHttp2Stream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of from.pipe(to)) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).subarray(PREFIX_BYTES);
}

function answer(stream: ServerHttp2Stream, message: Buffer): void {
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt32BE(message.length, 1);
  stream.on('wantTrailers', () => {
    stream.sendTrailers({ 'grpc-status': '0' });
  });
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
  stream.end(Buffer.concat([prefix, message]));
}

/** Without the schemas of types that are not wanted; all fields of the message have a length. */
function filtered(message: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let start = 0; start < message.length;) {
    const [tag, lengthAt] = varint(message, start);
    const [length, contentAt] = varint(message, lengthAt);
    const end = contentAt + length;
    const field = message.subarray(start, end);
    if (
      !FIELDS_OF_TYPES.includes(tag >> 3) ||
      WANTED.test(keyOf(message.subarray(contentAt, end)))
    ) {
      kept.push(field);
    }
    start = end;
  }
  return Buffer.concat(kept);
}

/** Key of an entry of a map, its first field. */
function keyOf(entry: Buffer): string {
  const [length, at] = varint(entry, 1);
  return entry.toString('utf8', at, at + length);
}

/** A number of protocol buffers, and where it ends. */
function varint(bytes: Buffer, start: number): [value: number, end: number] {
  let value = 0;
  for (let at = start; ; at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * (at - start));
    if (byte < 0x80) {
      return [value, at + 1];
    }
  }
}

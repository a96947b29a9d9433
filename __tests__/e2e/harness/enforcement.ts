import { ACTIONS, json, s3 } from './actions';
import type { Action, Key, Surroundings } from './actions';
import { send } from './signed-call';
import type { Answer, Call, Credentials, Endpoint } from './signed-call';

/** Somebody the modules give permissions to. */
export type Principal = { readonly role: string } | { readonly user: string };

/** Who does what, what IAM must say, and why. */
export type Row<Name extends string = string> = readonly [
  who: Name,
  action: Action,
  on: string,
  verdict: 'allow' | 'deny',
  why: string,
];

/** While it does not enforce IAM, the emulator asks nobody who they are. */
const ANYBODY: Credentials = { accessKeyId: 'emulator', secretAccessKey: 'emulator' };

const ENCRYPTION = `<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>`;

/** An emulator that can be told whether to enforce IAM. */
export class Enforcer {
  constructor(private readonly endpoint: Endpoint) {}

  /** Enforces IAM from the next request on, or stops doing so. */
  async enforce(wanted: boolean): Promise<void> {
    await fetch(`${this.endpoint.url}/moto-api/reset-auth`, {
      method: 'POST',
      body: wanted ? '0' : 'inf',
    });
  }

  /** What IAM says to the call of a row: its verdict, or the answer if that is neither. */
  async verdict(
    [, action, on]: Row,
    credentials: Credentials,
    surroundings: Surroundings,
  ): Promise<string> {
    const { status, text } = await send(
      this.endpoint,
      credentials,
      ACTIONS[action](on, surroundings),
    );
    if (status >= 200 && status < 300) {
      return 'allow';
    }
    return status >= 400 && text.includes('AccessDenied') ? 'deny' : `${status} ${text}`;
  }

  /** The temporary credentials of a role. */
  async assume(role: string, surroundings: Surroundings): Promise<Credentials> {
    const { text } = await this.must(ACTIONS['sts:AssumeRole'](role, surroundings));
    const field = (name: string): string => new RegExp(`<${name}>([^<]+)<`).exec(text)?.[1] ?? '';
    return {
      accessKeyId: field('AccessKeyId'),
      secretAccessKey: field('SecretAccessKey'),
      sessionToken: field('SessionToken'),
    };
  }

  async makeKey(): Promise<Key> {
    const created = await this.must(json('kms', 'TrentService.CreateKey', {}));
    const { KeyMetadata } = JSON.parse(created.text) as { KeyMetadata: { Arn: string } };
    const request = { KeyId: KeyMetadata.Arn, Plaintext: Buffer.from('secret').toString('base64') };
    const encrypted = await this.must(json('kms', 'TrentService.Encrypt', request));
    const { CiphertextBlob } = JSON.parse(encrypted.text) as { CiphertextBlob: string };
    return { arn: KeyMetadata.Arn, ciphertext: CiphertextBlob };
  }

  /** Makes what the rows are about, so that nothing but IAM can be in their way. */
  async furnish(rows: readonly Row[], functionRole: string): Promise<void> {
    const about = (service: string): string[] => [
      ...new Set(rows.filter(([, action]) => action.startsWith(service)).map(([, , on]) => on)),
    ];
    const objects = about('s3:');
    for (const bucket of new Set(objects.map((object) => object.split('/')[0] ?? ''))) {
      await this.must(s3('PUT', bucket, { body: this.location() }));
      await this.must(s3('PUT', bucket, { query: { encryption: '' }, body: ENCRYPTION }));
    }
    for (const object of objects.filter((on) => on.includes('/'))) {
      await this.must(ACTIONS['s3:PutObject'](object));
    }
    // a path that is none of a parameter
    for (const parameter of about('ssm:GetParameter').filter((name) => name !== '/')) {
      await this.must(ACTIONS['ssm:PutParameter'](parameter));
    }
    await fetch(`${this.endpoint.url}/moto-api/config`, {
      method: 'POST',
      body: JSON.stringify({ lambda: { use_docker: false } }),
    });
    for (const name of about('lambda:')) {
      await this.must(createFunction(name, functionRole));
    }
  }

  private location(): string {
    return `<CreateBucketConfiguration><LocationConstraint>${this.endpoint.region}</LocationConstraint></CreateBucketConfiguration>`;
  }

  private async must(call: Call): Promise<Answer> {
    const answer = await send(this.endpoint, ANYBODY, call);
    if (answer.status >= 300) {
      throw new Error(`${call.method} ${call.path} was answered ${answer.status}: ${answer.text}`);
    }
    return answer;
  }
}

function createFunction(name: string, role: string): Call {
  return {
    service: 'lambda',
    method: 'POST',
    path: '/2015-03-31/functions',
    body: JSON.stringify({
      FunctionName: name,
      Role: role,
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Code: { ZipFile: '' },
    }),
  };
}

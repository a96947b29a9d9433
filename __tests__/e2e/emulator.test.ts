import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeEndToEnd } from './harness/suite';

/** Long for a request that nothing is in the way of. */
const MILLISECONDS = 3000;

describeEndToEnd('the emulator', (bench) => {
  test('answers one request at a time', async () => {
    const url = new URL(bench().emulator.environment.AWS_ENDPOINT_URL ?? '');
    const first = connect(Number(url.port), url.hostname);
    const answered: string[] = [];
    const one = once(first, 'data').then(([data]) => answered.push(String(data).slice(0, 12)));

    try {
      // all but the last letter of `inf`, which leaves IAM as it is: not enforced
      first.write(
        'POST /moto-api/reset-auth HTTP/1.1\r\nHost: moto\r\nContent-Length: 3\r\n\r\nin',
      );
      await sleep(MILLISECONDS);
      const other = fetch(new URL('/moto-api/data.json', url)).then(() => answered.push('second'));
      await sleep(MILLISECONDS);
      expect(answered).toEqual([]);

      first.write('f');
      await Promise.all([one, other]);
      expect(answered.sort()).toEqual(['HTTP/1.1 200', 'second']);
    } finally {
      first.destroy();
    }
  });

  test('gives a call that succeeded the same answer when it is tried again', async () => {
    const url = bench().emulator.environment.AWS_ENDPOINT_URL ?? '';
    const make = async (call: string, Action: string): Promise<string> => {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          authorization: 'AWS4-HMAC-SHA256 Credential=emulator/20260101/us-east-2/iam/aws4_request',
          'amz-sdk-invocation-id': call,
        },
        body: new URLSearchParams({ Action, Version: '2010-05-08', UserName: 'jane' }),
      });
      return `${response.status} ${await response.text()}`;
    };

    const first = await make('one', 'CreateUser');
    expect(first).toMatch(/^200 [^]*<UserName>jane<\/UserName>/);
    expect(await make('two', 'CreateUser')).toMatch(/^409 [^]*EntityAlreadyExists/);
    expect(await make('one', 'CreateUser')).toBe(first);

    expect(await make('three', 'DeleteUser')).toMatch(/^200 /);
    expect(await make('two', 'CreateUser')).toMatch(/^200 /);
  });
});

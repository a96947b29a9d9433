import type { Context, Verdict } from '../../harness/policy-evaluation';
import { ACCOUNT } from '../account';
import type { ConditionRow } from './condition-rows';
import type { Place } from './partitions';

type Session = readonly [
  who: 'ida' | 'root' | 'tia',
  action: string,
  on: string,
  context: Context,
  Verdict,
  why: string,
];

const TAGS = { 'ssm:resourceTag/Team': 'web', 'ssm:resourceTag/Stage': 'test' };
const OTHER_STAGE = { ...TAGS, 'ssm:resourceTag/Stage': 'production' };
const CHECK = 'ssm:SessionDocumentAccessCheck';
const TAG = 'ssm:resourceTag/aws:ssmmessages:session-id';
const START = 'ssm:StartSession';
const END = 'ssm:TerminateSession';
const CHANNEL = 'ssmmessages:OpenDataChannel';

/** The emulator has no sessions: this is judged by AWS's word on the applied documents. */
export function sessionRowsIn({ partition, region, elsewhere }: Place): ConditionRow[] {
  const ssm = (resource: string, owner: string = ACCOUNT, place = region): string =>
    `arn:${partition}:ssm:${place}:${owner}:${resource}`;
  const instance = (id: string, place = region): string =>
    `arn:${partition}:ec2:${place}:${ACCOUNT}:instance/${id}`;
  const [ec2, hybrid] = [
    instance('i-02573cafcfEXAMPLE'),
    ssm('managed-instance/mi-02573cafcfEXAMPLE'),
  ];
  const shell = ssm('document/SSM-SessionManagerRunShell');
  const sshOfAws = ssm('document/AWS-StartSSHSession', '');
  const mine = { 'aws:userid': 'AIDA1', [TAG]: 'AIDA1-0abc' };

  const tagged: readonly Session[] = [
    ['tia', START, ec2, TAGS, 'allow', 'both tags'],
    ['tia', START, hybrid, TAGS, 'allow', 'hybrid-activated node'],
    ['tia', START, ec2, OTHER_STAGE, 'deny', 'another value'],
    ['tia', START, ec2, { 'ssm:resourceTag/Team': 'web' }, 'deny', 'one tag of two'],
    ['tia', START, ec2, {}, 'deny', 'no tag'],
    ['tia', START, instance('i-02573cafcfEXAMPLE', elsewhere), TAGS, 'deny', 'another region'],
    ['tia', START, shell, {}, 'allow', 'documents have no such tags'],
    ['tia', START, sshOfAws, {}, 'deny', 'document not named'],
    ['tia', 'ssm:GetConnectionStatus', ec2, TAGS, 'allow', 'console'],
    ['tia', 'ssm:GetConnectionStatus', ec2, {}, 'deny', 'no tag'],
    ['tia', 'ssm:DescribeSessions', '*', {}, 'allow', 'console'],
    ['tia', 'ec2:DescribeInstances', '*', {}, 'allow', 'console'],
    ['tia', 'ssm:GetDocument', shell, {}, 'allow', 'console'],
    ['tia', 'ssm:GetDocument', ssm('document/Other'), {}, 'deny', 'document not named'],
    ['tia', 'ssm:UpdateDocument', shell, {}, 'deny', 'no administrator'],
  ];
  const own: readonly Session[] = [
    ['tia', END, ssm('session/tia-0abc'), mine, 'allow', 'own session'],
    ['tia', 'ssm:ResumeSession', ssm('session/tia-0abc'), mine, 'allow', 'own session'],
    ['tia', END, ssm('session/joe-0abc'), { ...mine, [TAG]: 'AIDA2-0abc' }, 'deny', 'of another'],
    ['tia', END, ssm('session/tia-0abc'), { 'aws:userid': 'AIDA1' }, 'deny', 'no tag'],
    ['tia', CHANNEL, ssm('session/tia-0abc'), {}, 'allow', 'no tag to ask for'],
    ['tia', CHANNEL, ssm('session/tia-0abc', '210987654321'), {}, 'deny', 'another account'],
    ['ida', END, ssm('session/ida-0abc'), { 'aws:username': 'ida' }, 'allow', 'own session'],
    ['ida', END, ssm('session/tia-0abc'), { 'aws:username': 'ida' }, 'deny', 'of another'],
    ['ida', CHANNEL, ssm('session/ida-0abc'), { 'aws:username': 'ida' }, 'allow', 'own session'],
    ['ida', CHANNEL, ssm('session/tia-0abc'), { 'aws:username': 'ida' }, 'deny', 'of another'],
  ];
  const named: readonly Session[] = [
    ['ida', START, ec2, { [CHECK]: 'true' }, 'allow', 'named, with a document'],
    ['ida', START, hybrid, { [CHECK]: 'true' }, 'allow', 'named, with a document'],
    ['ida', START, ec2, { [CHECK]: 'false' }, 'deny', 'names no document: the default shell'],
    ['ida', START, instance('i-1234567890EXAMPLE'), { [CHECK]: 'true' }, 'deny', 'not named'],
    ['ida', START, sshOfAws, { [CHECK]: 'true' }, 'allow', 'document of AWS'],
    ['ida', START, ssm('document/Restart'), { [CHECK]: 'true' }, 'allow', 'own document'],
    ['ida', START, ssm('document/Restart', '210987654321'), {}, 'deny', 'of another account'],
    ['ida', START, ssm('document/Restart', ''), {}, 'deny', 'not of AWS'],
    ['ida', START, shell, { [CHECK]: 'true' }, 'deny', 'shell not named'],
    ['ida', 'ssm:GetConnectionStatus', ec2, {}, 'deny', 'console = false'],
    ['ida', 'ssm:DescribeSessions', '*', {}, 'deny', 'console = false'],
  ];
  const administering: readonly Session[] = [
    ['root', START, instance('i-1234567890EXAMPLE'), {}, 'allow', 'any node'],
    ['root', START, ssm('managed-instance/mi-1'), {}, 'allow', 'any node'],
    ['root', START, sshOfAws, {}, 'deny', 'document not named'],
    ['root', END, ssm('session/tia-0abc'), {}, 'allow', 'ends any session'],
    ['root', 'ssm:ResumeSession', ssm('session/tia-0abc'), {}, 'deny', 'resumes its own'],
    ['root', 'ssm:UpdateDocument', shell, {}, 'allow', 'preferences'],
    ['root', 'ssm:UpdateDocument', ssm('document/Other'), {}, 'deny', 'no preferences'],
    ['tia', END, ssm('session/ida-0abc'), {}, 'deny', 'no administrator'],
  ];
  return [...tagged, ...own, ...named, ...administering].map(
    ([who, action, on, context, verdict, why]) => ({ who, action, on, context, verdict, why }),
  );
}

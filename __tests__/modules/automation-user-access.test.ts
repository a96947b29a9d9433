import { unmet } from '../../generator/requirements';
import { AutomationUserAccess } from '../../modules/automation-user-access/construct';
import { inputs } from '../../modules/automation-user-access/inputs';
import { limitsSomething } from '../../modules/automation-user-access/requirements';
import { emittedStack } from '../fixtures/emitted-stack';
import { ruleOf } from '../fixtures/rule-of';
import { temporaryFolders } from '../fixtures/temporary-folder';

describe('construct', () => {
  const newFolder = temporaryFolders();
  const ROLE = 'arn:aws:iam::123456789012:role/AutomationServiceRole';

  describe('in an app', () => {
    test.each([
      [{ automationRoleArn: ROLE, documents: ['AWS-*'] }, '[DocumentName]'],
      [{ automationRoleArn: ROLE, access: 'all' }, '[Access]'],
      [{ automationRoleArn: ROLE, passRoleServices: ['*'] }, '[ServiceName]'],
      [{ automationRoleArn: ROLE, access: null, documents: ['Restart'] }, '[DocumentsUnused]'],
      [{ automationRoleArn: ROLE, roles: ['AWSServiceRoleForAmazonSSM'] }, '[RoleOfAws]'],
      [{ automationRoleArn: ROLE, users: ['a b'] }, '[UserName]'],
      [{ automationRoleArn: '*', users: ['a'] }, '[RoleArn]'],
      [{ automationRoleArn: ROLE, users: ['a'], path: '/a!/' }, '[Path]'],
    ])('a mistake in %j is refused', (props, code) => {
      expect(() =>
        emittedStack(newFolder(), (stack) => new AutomationUserAccess(stack, 'operators', props)),
      ).toThrow(code);
    });

    test('nobody need be named, and null is no default', () => {
      const { locals } = emittedStack(newFolder(), (stack) => {
        new AutomationUserAccess(stack, 'a', { automationRoleArn: ROLE, access: null });
        new AutomationUserAccess(stack, 'b', { automationRoleArn: ROLE });
      });

      expect(locals).toMatchObject({ a_input_access: null, b_input_access: 'automation' });
    });

    test('the Automation role has to be given', () => {
      expect(() =>
        emittedStack(newFolder(), (stack) => {
          // @ts-expect-error the compiler says so as well
          new AutomationUserAccess(stack, 'operators', { users: ['a'] });
        }),
      ).toThrow('automationRoleArn is required; give it a value [MissingProp]');
    });
  });
});

describe('inputs', () => {
  test.each([
    ['AWS-RestartEC2Instance', true],
    ['Team_restart.v2', true],
    ['a'.repeat(3), true],
    ['a'.repeat(128), true],
    ['a'.repeat(129), false],
    ['ab', false],
    ['arn:aws:ssm:us-east-2::document/AWS-RestartEC2Instance', false],
    ['AWS-RestartEC2Instance:1', false],
    ['AWS-*', false],
    ['${aws:username}', false],
    ['a b', false],
  ])('whether a runbook may be called %s: %j', (name, verdict) => {
    expect(ruleOf(inputs.documents, 'DocumentName').accepts([name])).toBe(verdict);
  });
});

describe('requirements', () => {
  const RUNBOOKS = ['AWS-RestartEC2Instance'];

  test.each([
    { documents: RUNBOOKS, access: 'automation' },
    { documents: [], access: 'automation' },
    { documents: [], access: 'full' },
    { documents: [], access: null },
  ])('%j goes together', (given) => {
    expect(unmet([limitsSomething], given)).toEqual([]);
  });

  test.each(['full', null])('it is a mistake to name runbooks with the access %j', (access) => {
    expect(unmet([limitsSomething], { documents: RUNBOOKS, access })).toMatchObject([
      { code: 'DocumentsUnused' },
    ]);
  });
});

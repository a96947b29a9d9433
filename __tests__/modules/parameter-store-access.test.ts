import { unmet } from '../../generator/requirements';
import { ParameterStoreAccess } from '../../modules/parameter-store-access/construct';
import { inputs } from '../../modules/parameter-store-access/inputs';
import { requirements } from '../../modules/parameter-store-access/requirements';
import { emittedStack } from '../fixtures/emitted-stack';
import { ruleOf } from '../fixtures/rule-of';
import { temporaryFolders } from '../fixtures/temporary-folder';

describe('construct', () => {
  const newFolder = temporaryFolders();

  test.each([
    [{}, '[NoParameters]'],
    [{ paths: ['/', '/web'] }, '[RootPath]'],
    [{ paths: ['/web'], access: 'write', history: true }, '[HistoryOfWriter]'],
    [{ paths: ['/web'], access: 'read-write' }, '[Access]'],
    [{ paths: ['web'] }, '[ParameterPath]'],
    [{ names: ['/web/'] }, '[Parameter]'],
    [{ names: ['aws-web'] }, '[ParameterOfAws]'],
    [{ paths: ['/web'], kmsKeyArns: ['alias/web'] }, '[KmsKeyArn]'],
  ])('a mistake in %j is refused in an app', (props, code) => {
    expect(() =>
      emittedStack(newFolder(), (stack) => new ParameterStoreAccess(stack, 'parameters', props)),
    ).toThrow(code);
  });
});

describe('inputs', () => {
  const LONGEST = `/${'a'.repeat(1010)}`;

  test.each([
    ['/', true],
    ['/web', true],
    ['/web/eu_1.x-y', true],
    [LONGEST, true],
    [`${LONGEST}a`, false],
    ['', false],
    ['web', false],
    ['/web/', false],
    ['//', false],
    ['/web//eu', false],
    ['/web/*', false],
    ['/${aws:username}', false],
    ['/web:1', false],
  ])('whether %s is a path: %j', (path, verdict) => {
    expect(ruleOf(inputs.paths, 'ParameterPath').accepts([path])).toBe(verdict);
  });

  test.each([
    ['database', true],
    ['/web/database', true],
    ['web/database', true],
    [LONGEST, true],
    [`${LONGEST}a`, false],
    ['', false],
    ['/', false],
    ['/web/', false],
    ['prod-*', false],
    ['database:3', false],
    ['a b', false],
  ])('whether a parameter may be called %s: %j', (name, verdict) => {
    expect(ruleOf(inputs.names, 'Parameter').accepts([name])).toBe(verdict);
  });

  test.each([
    ['/laws', true],
    ['/web/aws', true],
    ['/web/ssm-agent', true],
    ['aws', false],
    ['/aws/service/x', false],
    ['AwsWeb', false],
    ['ssm', false],
    ['/SSM-web', false],
  ])('whether %s is a name that one may choose: %j', (name, verdict) => {
    expect(ruleOf(inputs.paths, 'ParameterOfAws').accepts([name])).toBe(verdict);
    expect(ruleOf(inputs.names, 'ParameterOfAws').accepts([name])).toBe(verdict);
  });
});

describe('requirements', () => {
  const none = { paths: [], names: [], kmsKeyArns: [], partition: null, access: 'read' };

  test.each([
    { paths: ['/web'] },
    { names: ['database'] },
    { paths: ['/'] },
    { paths: ['/web', '/batch'], names: ['database'] },
    { paths: ['/web'], access: 'write', history: false },
    { paths: ['/web'], access: 'administer', history: true },
    { paths: ['/web'], access: 'read', history: true },
  ])('%j goes together', (given) => {
    expect(unmet(requirements, { ...none, ...given })).toEqual([]);
  });

  test.each([
    [{}, 'NoParameters'],
    [{ paths: ['/', '/web'] }, 'RootPath'],
    [{ paths: ['/'], names: ['database'] }, 'RootPath'],
    [{ paths: ['/web'], access: 'write', history: true }, 'HistoryOfWriter'],
  ])('%j does not', (given, code) => {
    expect(unmet(requirements, { ...none, ...given })).toMatchObject([{ code }]);
  });
});

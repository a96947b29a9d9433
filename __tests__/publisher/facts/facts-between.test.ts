/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access -- what is written in JSON is changed as it comes */
import { MODULE_NAMES } from '../../fixtures/module-names';
import * as fc from 'fast-check';
import { STEPS, stepOf } from '../../../publisher/facts/fact';
import { factsBetween } from '../../../publisher/facts/facts-between';
import type { Files } from '../../../files';
import { MUTATIONS } from '../../fixtures/contract-mutations';
import { generatedFiles, withJson } from '../../fixtures/contracts';
import type { Json } from '../../fixtures/contracts';

const FILES = generatedFiles();
const NODE = 'modules/instance-profile';

/** The files of one module, for others take time to read. */
const filesOf = (folder: string): Files =>
  Object.fromEntries(
    Object.entries(FILES).filter(([path]) =>
      folder === '' ? !path.startsWith('modules/') : path.startsWith(folder),
    ),
  );
const NODE_FILES = filesOf(NODE);
const at = (change: (json: Json) => void, file = 'interface.json'): Files =>
  withJson(NODE_FILES, `${NODE}/${file}`, change);

const named = (list: Json, name: string): Json =>
  list.find((one: Json) => one.name === name || one.id === name);

/** Facts as `code: step`, of the interface and of permissions. */
function found(before: Files, after: Files): string[] {
  const facts = factsBetween(before, after);
  return [...facts.interface, ...facts.permissions]
    .filter(({ code }) => code !== 'files-changed')
    .map(({ code, step }) => `${code}: ${step}`);
}

test('nothing is nothing', () => {
  expect(factsBetween(FILES, FILES)).toEqual({ interface: [], permissions: [] });
});

test('a file beside all modules is a patch', () => {
  expect(stepOf(factsBetween(NODE_FILES, { ...NODE_FILES, LICENSE: 'another' }))).toBe('patch');
});

/** Modules that stand for all. */
const SOME =
  /^(automation-service-role|automation-user-access|hybrid-service-role|instance-profile)$/;

test('before the first release there is nothing', () => {
  const { interface: all, permissions } = factsBetween({}, FILES);

  expect(all.map(({ code, module }) => `${code} ${module}`)).toEqual([
    ...['ssm-iam', ...MODULE_NAMES].map((name) => `module-added ${name}`),
  ]);
  expect(
    permissions
      .filter(({ by_default, module }) => by_default && SOME.test(module))
      .map(({ module, subject }) => `${module} ${subject}`),
  ).toEqual([
    'automation-service-role trust_automation',
    'automation-service-role AmazonSSMAutomationRole',
    'automation-service-role pass_itself',
    'automation-user-access start_any_own_runbook',
    'automation-user-access start_any_runbook_of_aws',
    'automation-user-access run_automations',
    'automation-user-access list_automations',
    'automation-user-access pass_automation_role',
    'hybrid-service-role trust',
    'hybrid-service-role AmazonSSMManagedInstanceCore',
    'instance-profile trust',
    'instance-profile AmazonSSMManagedInstanceCore',
  ]);
});

test('a module that is gone is a break', () => {
  const left = Object.entries(FILES).filter(([path]) => !path.startsWith(`${NODE}/`));

  expect(found(FILES, Object.fromEntries(left))).toEqual(['module-removed: major']);
});

const rule = { condition: '${length(var.role_name) > 3}', error_message: 'no [Long]' };
const addAttributeRule = (json: Json): void => {
  json.variable.s3_buckets.validation.push(rule);
};
const addAttribute = (json: Json): void => {
  const input = named(json.inputs, 's3_buckets');
  input.attributes.push({ ...input.attributes[1], name: 'region' });
  input.rules.push({
    code: 'Long',
    attribute: 'region',
    must: 'm',
    remedy: 'r',
    see: 'https://x.y/',
  });
};
const addDemand = (json: Json): void => {
  json.output.role_name.precondition.push({
    condition: '${var.create_role}',
    error_message: 'no [New]',
  });
};
const tellDemand =
  (...inputs: string[]) =>
  (json: Json): void => {
    json.requirements.push({ code: 'New', inputs, must: 'm', remedy: 'r' });
  };
const addInput = (json: Json): void => {
  json.inputs.push({ ...named(json.inputs, 'path'), name: 'width' });
};

test.each<[string, Files, readonly string[]]>([
  [
    'a rule of an attribute that is new',
    withJson(at(addAttribute), `${NODE}/variables.tf.json`, addAttributeRule),
    ['attribute-added: minor', 'implementation-changed: patch'],
  ],
  [
    'a demand that inputs are about which were there',
    withJson(at(tellDemand('path')), `${NODE}/outputs.tf.json`, addDemand),
    ['rule-added: major', 'implementation-changed: patch'],
  ],
  [
    'a demand that only new inputs are about',
    withJson(
      at((json) => {
        addInput(json);
        tellDemand('width')(json);
      }),
      `${NODE}/outputs.tf.json`,
      addDemand,
    ),
    ['input-added: minor', 'implementation-changed: patch'],
  ],
  [
    'another floor',
    at((json) => {
      json.terraform.required_version = '>= 1.9.0';
    }, 'versions.tf.json'),
    ['floor-changed: major', 'implementation-changed: patch'],
  ],
])('%s', (_, after, expected) => {
  expect(found(NODE_FILES, after)).toEqual(expected);
});

test('the changelog of a release says that a rule takes more', () => {
  const other = at((json) => {
    json.variable.permissions_boundary.validation[0].condition = '${true || 1 == 2}';
  }, 'variables.tf.json');
  const entry = '## [Unreleased]\n\n- Any boundary. (looser: PolicyArn)\n';
  const told = (files: Files): string[] =>
    found(NODE_FILES, files).filter((one) => one.startsWith('rule-'));

  expect(told(other)).toEqual(['rule-changed: major']);
  expect(told({ ...other, 'CHANGELOG.md': entry })).toEqual(['rule-loosened: minor']);
});

test('a resource of a called module that is moved there is moved for its caller', () => {
  const renamed = (json: Json): void => {
    json.addresses = json.addresses.map((one: string) =>
      one.replace(/aws_iam_role\.this$/, 'aws_iam_role.one'),
    );
  };
  const called = withJson(FILES, `${NODE}/interface.json`, renamed);
  const both = withJson(called, 'interface.json', renamed);
  const ofOthers = (fact: { subject: string }): boolean =>
    fact.subject.includes('instance_profile');
  const removed = factsBetween(FILES, both).interface.filter(ofOthers);
  const moved = withJson(both, `${NODE}/main.tf.json`, (json) => {
    json.moved = [{ from: 'aws_iam_role.this', to: 'aws_iam_role.one' }];
  });

  expect(removed.map(({ code }) => code)).toContain('address-removed');
  expect(
    factsBetween(FILES, moved)
      .interface.filter(ofOthers)
      .map(({ code }) => code),
  ).toEqual(['address-moved']);
});

test('a protection that is off by default now is told with the input that turned it off', () => {
  const folder = 'modules/automation-service-role';
  const before = filesOf(folder);
  const after = withJson(before, `${folder}/interface.json`, (json) => {
    named(json.inputs, 'confused_deputy_protection').default = false;
  });
  const told = factsBetween(before, after).permissions;

  expect(told.length).toBeGreaterThan(0);
  for (const fact of told) {
    expect(fact).toMatchObject({
      step: 'major',
      before: 'confused_deputy_protection = true',
      after: 'confused_deputy_protection = false',
    });
  }
});

test('no change that Terraform or IAM sees is called less than it is', () => {
  const folders = Object.keys(FILES).flatMap(
    (path) => /^((?:modules\/[^/]+\/)?)interface\.json/.exec(path)?.[1] ?? [],
  );
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(MUTATIONS)),
      fc.constantFrom(...folders),
      fc.nat(50),
      (name, folder, pick) => {
        const [step, mutate] = MUTATIONS[name] ?? ['none', () => false];
        let isChanged = false;
        const files = withJson(filesOf(folder), `${folder}interface.json`, (json) => {
          isChanged = mutate(json, pick);
        });
        fc.pre(isChanged);
        seen.add(name);
        const facts = factsBetween(filesOf(folder), files);
        expect(STEPS.indexOf(stepOf(facts))).toBeGreaterThanOrEqual(STEPS.indexOf(step));
        for (const fact of facts.permissions) {
          expect(fact.after).not.toEqual(fact.before);
        }
      },
    ),
    { numRuns: 100 },
  );
  expect(seen.size).toBeGreaterThan(12);
});

import Ajv2020 from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../../../publisher/release-plan/release-plan';
import type { ReleasePlan } from '../../../../publisher/release-plan/release-plan';
import { ReleasableProject } from '../../../fixtures/releasable-project';
import { PROJECT } from '../../../fixtures/source-files';
import { temporaryFolders } from '../../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const schema = JSON.parse(
  readFileSync(join(PROJECT, 'docs/schemas/release-plan.schema.json'), 'utf8'),
) as object;
const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  strictTypes: false,
  strictRequired: false,
});
ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
const isPlan = ajv.compile(schema);

test('the message is that of a conventional commit', () => {
  expect(messageOf('v1.2.3')).toBe('chore(release): v1.2.3');
});

test('plans are what their schema says, and other things are not', async () => {
  const project = ReleasableProject.in(newFolder());
  await project.release();
  const nothing = (await project.plan()).plan;
  project.inputs = ['size', 'width'];
  await project.commit();
  const { plan } = await project.plan();

  expect([isPlan(nothing), isPlan.errors]).toEqual([true, null]);
  expect([isPlan(plan), isPlan.errors]).toEqual([true, null]);
  const wrong: Partial<Record<keyof ReleasePlan, unknown>>[] = [
    { base: 'HEAD' },
    { version: 'v1' },
    { files: [{ path: 'x' }] },
    { permissions: plan.facts },
    { date: 'today' },
  ];
  for (const part of wrong) {
    expect([part, isPlan({ ...plan, ...part })]).toEqual([part, false]);
  }
});

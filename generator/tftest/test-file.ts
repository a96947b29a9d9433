import type { Assertion } from '../domain';
import { canonicalJson } from '../emit/json';
import { MARKER } from '../emit/terraform-files';
import { escapeTemplate, template } from '../hcl';
import type { LiteralsInTerraform } from '../terraform-values';
import type { ProviderRequirement } from '../module';

/** A plan that a test looks at. */
export interface TestRun {
  /** An identifier of Terraform, one of its kind in a file. */
  readonly name: string;
  /** Stands beside the run. */
  readonly about: string;
  readonly variables: LiteralsInTerraform;
  readonly asserts?: readonly Assertion[];
  /** Addresses of what has to fail: variables, resources, checks. */
  readonly failing?: readonly string[];
}

/**
 * A `.tftest.json` file: its runs plan with a mocked provider and call nothing.
 *
 * The runs are a list, for objects in JSON have no order that all keep.
 */
export function testFile(runs: readonly TestRun[], { name, mocks }: ProviderRequirement): string {
  const mockData: object = Object.fromEntries(
    Object.entries(mocks).map(([type, defaults]) => [type, { defaults }]),
  );
  return canonicalJson({
    '//': MARKER,
    mock_provider: { [name]: { mock_data: mockData } },
    run: runs.map((run) => ({ [run.name]: block(run) })),
  });
}

function block({ about, variables, asserts = [], failing = [] }: TestRun): object {
  return {
    '//': about,
    command: 'plan',
    variables: escaped(variables),
    ...(asserts.length > 0 && { assert: asserts.map(assertBlock) }),
    ...(failing.length > 0 && { expect_failures: failing }),
  };
}

function assertBlock({ condition, message }: Assertion): object {
  return { condition: template(condition), error_message: escapeTemplate(message) };
}

/** Terraform reads strings, and keys, as templates; what begins one is never JSON itself. */
const escaped = (value: unknown): unknown => JSON.parse(escapeTemplate(JSON.stringify(value)));

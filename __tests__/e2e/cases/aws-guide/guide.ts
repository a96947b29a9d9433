import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../../../../generator/cases';
import { literalsInTerraform } from '../../../../generator/terraform-values';
import type { ModuleDefinition } from '../../../../generator/module';
import type { Difference, Subject } from '../../harness/iam-content';
import { ACCOUNT } from '../account';

/** A difference that is meant. */
export interface Explained extends Difference {
  readonly why: string;
}

export type Inputs = Readonly<Record<string, unknown>>;

/** A procedure of the AWS guide, and how one of our modules reproduces it. */
export interface Procedure {
  readonly name: string;
  /** Its heading on the page. */
  readonly heading: string;
  /** What is run, in this order; `.console.sh` holds what the console calls where the page has clicks. */
  readonly scripts: readonly string[];
  /** The same commands for another shell: read, not run. */
  readonly variants?: readonly string[];
  /** What the procedure makes or changes. */
  readonly subject: Subject;
  readonly module: string;
  /** The `module` block; procedures of one page that name the same share it. */
  readonly block: string;
  /** What reproduces the page, beside the inputs of earlier procedures that share the block. */
  readonly inputs: Inputs;
  /** What asks for the same and loosens nothing. */
  readonly asked: Inputs;
  /** What no input makes equal. */
  readonly left?: Explained;
  /** What is different with `asked`. */
  readonly defaults: Explained;
}

/** What a procedure takes from the case of the module that stands for it. */
export function ofCase<P>(
  definition: ModuleDefinition,
  one: Case<P>,
  otherwise: Difference = { page: [], module: [] },
): Pick<Procedure, 'heading' | 'module' | 'inputs' | 'asked' | 'defaults'> {
  const words = (props: object): Inputs =>
    literalsInTerraform(props as Record<string, unknown>, definition.inputs);
  const whys = one.differs.map(({ why }) => why);
  const asked = words(one.inputs as object);
  return {
    heading: one.procedure,
    module: definition.name,
    inputs: { ...asked, ...words(one.toTheLetter ?? {}) },
    asked,
    defaults: { ...otherwise, why: whys.length === 0 ? one.text : whys.join(' ') },
  };
}

/** A page of the AWS guide. */
export interface Page {
  /** The folder with what it prints. */
  readonly folder: string;
  readonly title: string;
  readonly url: string;
  /** Where AWS tells it today. */
  readonly today: string;
  /** What was mended in what it prints. */
  readonly mended: readonly string[];
  /** What is there before: a script that runs in both accounts. */
  readonly given?: string;
  readonly procedures: readonly Procedure[];
}

/** Placeholders of the pages, and what is filled in. */
export const PLACEHOLDERS: Readonly<Record<string, string>> = {
  'account-id': ACCOUNT,
  '111122223333': ACCOUNT,
  'us-east-1': 'us-east-2',
  'my-bucket-policy-name': 'SSMServiceRoleS3Policy',
  region: 'us-east-2',
  'DOC-EXAMPLE-BUCKET': 'own-bucket',
  'my-bucket-name': 'own-bucket',
  'sns-topic-name': 'notices',
  'kms-key-id': '1234abcd-12ab-34cd-56ef-1234567890ab',
  'maintenance-window-role-name': 'my-maintenance-window-role',
};

/** A region of a partition, in which the pages are followed. */
export interface Place {
  readonly partition: string;
  readonly region: string;
  /** How EC2 is called there as a principal. */
  readonly ec2: string;
}

export const COMMERCIAL: Place = {
  partition: 'aws',
  region: 'us-east-2',
  ec2: 'ec2.amazonaws.com',
};

export const PLACES: readonly Place[] = [
  COMMERCIAL,
  { partition: 'aws-us-gov', region: 'us-gov-west-1', ec2: 'ec2.amazonaws.com' },
  { partition: 'aws-cn', region: 'cn-north-1', ec2: 'ec2.amazonaws.com.cn' },
];

/** Carries what is written for the commercial partition to another. */
export function carry(text: string, { partition, region, ec2 }: Place): string {
  return text
    .replaceAll('arn:aws:', `arn:${partition}:`)
    .replaceAll(COMMERCIAL.region, region)
    .replaceAll(COMMERCIAL.ec2, ec2);
}

export function carryAll<T>(value: T, place: Place): T {
  return JSON.parse(carry(JSON.stringify(value), place)) as T;
}

/** Fills the placeholders in, and nothing else. */
export function fill(text: string): string {
  return Object.entries(PLACEHOLDERS).reduce(
    (filled, [placeholder, value]) =>
      filled.replace(new RegExp(`(?<!\\w)${placeholder}(?!\\w)`, 'g'), value),
    text,
  );
}

/** The files of a folder below this one, as the page prints them. */
export function printed(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(join(__dirname, folder), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /\.(cmd|json|ps1|sh)$/.test(name)).sort();
  return Object.fromEntries(
    files.map((name) => [name, readFileSync(join(__dirname, folder, name), 'utf8')]),
  );
}

import { isDeepStrictEqual } from 'node:util';
import type { Attribute } from '../../contract/module';
import { judged, paired } from './fact';
import type { Finding } from './fact';

const finding = judged({
  'input-retyped': ['major', 'takes another type'],
  'attribute-added': ['minor', 'can be given'],
  'attribute-added-required': ['major', 'has to be given'],
  'attribute-removed': ['major', 'is gone; Terraform says nothing to who still gives it'],
  'attribute-required': ['major', 'has to be given now'],
  'attribute-optional': ['minor', 'may be left out now'],
  'attribute-default-changed': ['major', 'has another default'],
});

/**
 * What changed between two types of an input. Another type is a break, whether or
 * not Terraform could convert what callers give: they may give what it cannot.
 * Credits: tfbreak BC004, Azure Verified Modules TFNFR35 (variable 2). Objects are
 * looked into, which neither does.
 *
 * @param subject the input, or an attribute in it, like `s3_buckets.prefix`
 */
export function typeFindings(subject: string, before: Typed, after: Typed): Finding[] {
  const [was, is] = [before.attributes ?? [], after.attributes ?? []];
  const areAlike =
    was.length > 0 && is.length > 0 && isDeepStrictEqual(before.collections, after.collections);
  const findings = areAlike ? objectFindings(subject, was, is) : [];
  const isTold = before.type === after.type || (areAlike && [before, after].every(tellsAll));
  return isTold
    ? findings
    : [...findings, finding('input-retyped', subject, before.type, after.type)];
}

type Typed = Pick<Attribute, 'type' | 'collections' | 'attributes'>;

/** Whether a type is no more than its attributes and collections say. */
function tellsAll({ type, collections = [], attributes = [] }: Typed): boolean {
  const held = attributes.map((one) => `${one.name} = ${attributeText(one)}`).join(', ');
  const object = `object({ ${held} })`;
  return type === collections.reduceRight((inner, name) => `${name}(${inner})`, object);
}

function objectFindings(
  subject: string,
  before: readonly Attribute[],
  after: readonly Attribute[],
): Finding[] {
  const { gone, added, kept } = paired(before, after);
  return [
    ...gone.map((one) =>
      finding('attribute-removed', `${subject}.${one.name}`, attributeText(one), null),
    ),
    ...added.map((one) => {
      const code = one.required ? 'attribute-added-required' : 'attribute-added';
      return finding(code, `${subject}.${one.name}`, null, attributeText(one));
    }),
    ...kept.flatMap(([was, is]) => attributeFindings(`${subject}.${was.name}`, was, is)),
  ];
}

/** An attribute as Terraform has it in the type of an object. */
function attributeText({ type, required, default: preset }: Attribute): string {
  if (required) {
    return type;
  }
  return preset === null ? `optional(${type})` : `optional(${type}, ${JSON.stringify(preset)})`;
}

function attributeFindings(subject: string, was: Attribute, is: Attribute): Finding[] {
  const findings = typeFindings(subject, was, is);
  if (was.required !== is.required) {
    const code = is.required ? 'attribute-required' : 'attribute-optional';
    return [...findings, finding(code, subject, attributeText(was), attributeText(is))];
  }
  return isDeepStrictEqual(was.default, is.default)
    ? findings
    : [...findings, finding('attribute-default-changed', subject, was.default, is.default)];
}

import { isDeepStrictEqual } from 'node:util';
import type { Attribute } from '../../contract/module';
import { paired } from './fact';
import type { Finding } from './fact';

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
    : [
        ...findings,
        {
          code: 'input-retyped',
          subject,
          step: 'major',
          before: before.type,
          after: after.type,
          text: `\`${subject}\` takes another type`,
        },
      ];
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
    ...gone.map((attribute): Finding => {
      const path = `${subject}.${attribute.name}`;
      return {
        code: 'attribute-removed',
        subject: path,
        step: 'major',
        before: attributeText(attribute),
        after: null,
        text: `\`${path}\` is gone; Terraform says nothing to who still gives it`,
      };
    }),
    ...added.map((attribute) => addedFinding(`${subject}.${attribute.name}`, attribute)),
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

function addedFinding(subject: string, attribute: Attribute): Finding {
  const shared = { subject, before: null, after: attributeText(attribute) };
  return !attribute.required
    ? { ...shared, code: 'attribute-added', step: 'minor', text: `\`${subject}\` can be given` }
    : {
        ...shared,
        code: 'attribute-added-required',
        step: 'major',
        text: `\`${subject}\` has to be given`,
      };
}

function attributeFindings(subject: string, before: Attribute, after: Attribute): Finding[] {
  const findings = typeFindings(subject, before, after);
  if (!before.required && after.required) {
    findings.push({
      code: 'attribute-required',
      subject,
      step: 'major',
      before: attributeText(before),
      after: attributeText(after),
      text: `\`${subject}\` has to be given now`,
    });
  } else if (before.required && !after.required) {
    findings.push({
      code: 'attribute-optional',
      subject,
      step: 'minor',
      before: attributeText(before),
      after: attributeText(after),
      text: `\`${subject}\` may be left out now`,
    });
  } else if (!isDeepStrictEqual(before.default, after.default)) {
    findings.push({
      code: 'attribute-default-changed',
      subject,
      step: 'major',
      before: before.default,
      after: after.default,
      text: `\`${subject}\` has another default`,
    });
  }
  return findings;
}

import { isDeepStrictEqual } from 'node:util';
import { paired } from './fact';
import type { Finding } from './fact';
import { attributeText, typeText } from './type-constraint';
import type { Attribute, TypeConstraint } from './type-constraint';

/**
 * What changed between two types of an input. Another type is a break, whether or
 * not Terraform could convert what callers give: they may give what it cannot.
 * Credits: tfbreak BC004, Azure Verified Modules TFNFR35 (variable 2). Objects are
 * looked into, which neither does.
 *
 * @param subject the input, or an attribute in it, like `s3_buckets.prefix`
 */
export function typeFindings(
  subject: string,
  before: TypeConstraint,
  after: TypeConstraint,
): Finding[] {
  if (isDeepStrictEqual(before, after)) {
    return [];
  }
  if (before.kind === 'collection' && after.kind === 'collection' && before.name === after.name) {
    return typeFindings(subject, before.of, after.of);
  }
  if (before.kind === 'object' && after.kind === 'object') {
    return objectFindings(subject, before.attributes, after.attributes);
  }
  return [
    {
      code: 'input-retyped',
      subject,
      step: 'major',
      before: typeText(before),
      after: typeText(after),
      text: `\`${subject}\` takes another type`,
    },
  ];
}

type Attributes = Readonly<Record<string, Attribute>>;

function objectFindings(subject: string, before: Attributes, after: Attributes): Finding[] {
  const { gone, added, kept } = paired(named(before), named(after));
  return [
    ...gone.map(({ name, attribute }): Finding => {
      const path = `${subject}.${name}`;
      return {
        code: 'attribute-removed',
        subject: path,
        step: 'major',
        before: attributeText(attribute),
        after: null,
        text: `\`${path}\` is gone; Terraform says nothing to who still gives it`,
      };
    }),
    ...added.map(({ name, attribute }) => addedFinding(`${subject}.${name}`, attribute)),
    ...kept.flatMap(([was, is]) =>
      attributeFindings(`${subject}.${was.name}`, was.attribute, is.attribute),
    ),
  ];
}

const named = (
  attributes: Attributes,
): { readonly name: string; readonly attribute: Attribute }[] =>
  Object.entries(attributes).map(([name, attribute]) => ({ name, attribute }));

function addedFinding(subject: string, attribute: Attribute): Finding {
  const shared = { subject, before: null, after: attributeText(attribute) };
  return attribute.optional
    ? { ...shared, code: 'attribute-added', step: 'minor', text: `\`${subject}\` can be given` }
    : {
        ...shared,
        code: 'attribute-added-required',
        step: 'major',
        text: `\`${subject}\` has to be given`,
      };
}

function attributeFindings(subject: string, before: Attribute, after: Attribute): Finding[] {
  const findings = typeFindings(subject, before.type, after.type);
  if (before.optional && !after.optional) {
    findings.push({
      code: 'attribute-required',
      subject,
      step: 'major',
      before: attributeText(before),
      after: attributeText(after),
      text: `\`${subject}\` has to be given now`,
    });
  } else if (!before.optional && after.optional) {
    findings.push({
      code: 'attribute-optional',
      subject,
      step: 'minor',
      before: attributeText(before),
      after: attributeText(after),
      text: `\`${subject}\` may be left out now`,
    });
  } else if (before.default !== after.default) {
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

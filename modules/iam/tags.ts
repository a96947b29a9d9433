import { Expr, expr, literal, text } from '../../generator/expression';
import { input } from '../../generator/inputs';
import { some } from '../../generator/nulls';
import { rule } from '../../generator/rules';
import { holdsToken } from '../../generator/tokens';
import * as type from '../../generator/types';
import type { Type } from '../../generator/types';
import { awsPage } from './aws-pages';

/** The provider leaves out a tag that is null. */
type Tags = Readonly<Record<string, string | null>>;

const tagMap: Type<Tags> = {
  ...type.mapOfString,
  render: (tags) => type.mapOfString.render(some(tags)),
};

/** Key and value of a tag. */
const TOGETHER = text`${new Expr('key')}${new Expr('value')}`;

const CHARACTERS = '^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]+$';

/** Of how many tags there are and how long they are, IAM tells by itself. */
const tagCharacters = rule<Tags>({
  code: 'TagCharacters',
  part: 'keys and values',
  must: 'must be letters, digits, spaces and _.:/=+-@',
  remedy: 'replace the other characters',
  see: awsPage.tags,
  refused: () => ({ Owner: 'me & you' }),
  accepts: (tags) =>
    Object.entries(some(tags)).every(
      (texts) => holdsToken(texts) || new RegExp(CHARACTERS, 'u').test(texts.join('')),
    ),
  condition: (tags) =>
    expr`alltrue([for key, value in ${tags} : value == null || can(regex(${literal(CHARACTERS)}, ${TOGETHER}))])`,
});

/** What both a tag and a policy document take, which has Latin-1 alone. */
const LATIN = '^[0-9A-Za-zÀ-ÖØ-öø-ÿ _.:/=+@-]+$';

/** Tags that a policy compares: a null, a wildcard or a policy variable names none. */
export const comparedTags = rule<Readonly<Record<string, string>>>({
  code: 'ComparedTags',
  part: 'keys and values',
  must: 'must be Latin letters, digits, spaces and _.:/=+-@, and not null',
  remedy: 'choose another tag, and give it a key and a value',
  see: awsPage.tags,
  refused: () => ({ Team: '*' }),
  accepts: (tags) =>
    Object.entries(tags).every(
      ([key, value]: [string, string | null]) =>
        holdsToken([key, value]) ||
        (key !== '' && value !== null && new RegExp(LATIN, 'u').test(`${key}${value}`)),
    ),
  condition: (tags) =>
    expr`alltrue([for key, value in ${tags} : key != "" && can(regex(${literal(LATIN)}, ${TOGETHER}))])`,
});

export const tagsInput = {
  tags: input.withDefault(
    tagMap,
    {},
    {
      description: 'Tags of all resources. A tag with a null value is left out.',
      rules: [tagCharacters],
      samples: [{ value: { Owner: 'me' }, with: { regions: ['us-east-2'] } }],
    },
  ),
};

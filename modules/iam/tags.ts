import { input } from '../../generator/inputs';
import { eachKeyOfSome, eachValue } from '../../generator/map-rules';
import { some } from '../../generator/nulls';
import { lacks, matches, rule } from '../../generator/rules';
import * as type from '../../generator/types';
import type { Type } from '../../generator/types';
import { awsPage } from './aws-pages';

const MOST_TAGS = 50;

/** The provider leaves out a tag that is null. */
type Tags = Readonly<Record<string, string | null>>;

const tagMap: Type<Tags> = {
  ...type.mapOfString,
  render: (tags) => type.mapOfString.render(some(tags)),
};

const tagCount = rule<Tags>({
  code: 'TagCount',
  must: `must hold at most ${MOST_TAGS} tags`,
  remedy: 'remove some',
  see: awsPage.quotas,
  refused: () =>
    Object.fromEntries(Array.from({ length: MOST_TAGS + 1 }, (_, i) => [`Key${i}`, 'value'])),
  accepts: (tags) => Object.keys(some(tags)).length <= MOST_TAGS,
  condition: (tags) => `length([for value in ${tags} : value if value != null]) <= ${MOST_TAGS}`,
});

const tagKeyOnce = rule<Tags>({
  code: 'TagKeyTwice',
  must: 'must not have two keys that differ in case only',
  remedy: 'remove one: IAM takes them for the same key',
  see: awsPage.tags,
  refused: () => ({ Owner: 'one', owner: 'another' }),
  accepts: (tags) => {
    const keys = Object.keys(some(tags)).map((key) => key.toLowerCase());
    return new Set(keys).size === keys.length;
  },
  // a key that is there twice is an error
  condition: (tags) => `can({ for key, value in ${tags} : lower(key) => value if value != null })`,
});

const tagKey = matches({
  pattern: '^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]+$',
  refused: 'Owner*',
  longest: 128,
  joins: true,
  code: 'TagKey',
  must: 'must be 1 to 128 letters, digits, spaces and _.:/=+-@',
  remedy: 'shorten it or replace the other characters',
  see: awsPage.tags,
});

const tagKeyOfAws = lacks('^[aA][wW][sS]:', {
  refused: 'aws:owner',
  code: 'TagKeyOfAws',
  must: 'must not begin with "aws:", which is reserved',
  remedy: 'choose another prefix',
  see: awsPage.tags,
});

const tagValue = matches({
  pattern: '^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*$',
  refused: 'me & you',
  longest: 256,
  joins: true,
  code: 'TagValue',
  must: 'must be at most 256 letters, digits, spaces and _.:/=+-@',
  remedy: 'shorten it or replace the other characters',
  see: awsPage.tags,
});

export const tagsInput = {
  tags: input.withDefault(
    tagMap,
    {},
    {
      description: 'Tags of all resources. A tag with a null value is left out.',
      rules: [
        tagCount,
        tagKeyOnce,
        eachKeyOfSome(tagKey),
        eachKeyOfSome(tagKeyOfAws),
        eachValue(tagValue),
      ],
      samples: [{ value: { Owner: 'me' }, with: { regions: ['us-east-2'] } }],
    },
  ),
};

import { mistake } from '../../../generator/rules';
import {
  description,
  documentCharacters,
  keysOnce,
  policyDocument,
} from '../../../modules/iam/policy-document';

const STATEMENT = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };

const ofStatements = (statements: unknown): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

const without = (element: keyof typeof STATEMENT): object =>
  Object.fromEntries(Object.entries(STATEMENT).filter(([key]) => key !== element));

describe('a policy document', () => {
  test.each([
    ['with a list of statements', { Version: '2012-10-17', Statement: [STATEMENT] }],
    ['with one statement', { Version: '2012-10-17', Statement: STATEMENT }],
    ['of the older version', { Version: '2008-10-17', Statement: [STATEMENT] }],
    ['that denies', { Version: '2012-10-17', Statement: { ...STATEMENT, Effect: 'Deny' } }],
    [
      'of all but some actions and resources',
      {
        Version: '2012-10-17',
        Statement: { Effect: 'Deny', NotAction: 's3:*', NotResource: 'arn:aws:s3:::b' },
      },
    ],
    ['with an id', { Version: '2012-10-17', Id: 'x', Statement: [STATEMENT, STATEMENT] }],
  ])('is taken %s', (_, document) => {
    expect(policyDocument.accepts(JSON.stringify(document))).toBe(true);
  });

  test('is taken with white space around it', () => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: STATEMENT }, null, 2);

    expect(policyDocument.accepts(`\n  ${text}\n`)).toBe(true);
  });

  test.each([
    ['that is no JSON', '{"Version"'],
    ['that is empty', ''],
    ['that is null', 'null'],
    ['that is a list', '[]'],
    ['without a version', JSON.stringify({ Statement: [STATEMENT] })],
    ['of an unknown version', JSON.stringify({ Version: '2012-10-18', Statement: [STATEMENT] })],
    ['without statements', JSON.stringify({ Version: '2012-10-17' })],
    ['with no statement in the list', JSON.stringify({ Version: '2012-10-17', Statement: [] })],
    ['with a statement without effect', ofStatements([STATEMENT, without('Effect')])],
    ['with one statement without effect', ofStatements(without('Effect'))],
    ['with another effect', ofStatements([{ ...STATEMENT, Effect: 'allow' }])],
    ['without an action', ofStatements([STATEMENT, without('Action')])],
    ['without a resource', ofStatements(without('Resource'))],
    ['with an action and its opposite', ofStatements({ ...STATEMENT, NotAction: 's3:*' })],
    ['with a resource and its opposite', ofStatements({ ...STATEMENT, NotResource: '*' })],
    ['with a principal', ofStatements([STATEMENT, { ...STATEMENT, Principal: '*' }])],
    ['with all principals but one', ofStatements({ ...STATEMENT, NotPrincipal: { AWS: '1' } })],
    ['with a statement that is null', ofStatements([null])],
    ['with null for statements', ofStatements(null)],
    ['with a list of statements in a list', ofStatements([[STATEMENT]])],
    ['with an empty statement', ofStatements({})],
    ['with a text for a statement', ofStatements('Allow')],
    ['with keys in lower case', JSON.stringify({ version: '2012-10-17', statement: [STATEMENT] })],
  ])('is refused %s', (_, text) => {
    expect(policyDocument.accepts(text)).toBe(false);
  });

  test('is tested the same way in a plan', () => {
    expect(policyDocument.condition('x')).toBe(
      'try(alltrue([for document in [jsondecode(x)] : contains(["2012-10-17", "2008-10-17"], document.Version) && alltrue([for statements in [try(concat(document.Statement, []), [document.Statement])] : length(statements) > 0 && alltrue([for statement in statements : contains(["Allow", "Deny"], statement.Effect) && can(statement.Action) != can(statement.NotAction) && can(statement.Resource) != can(statement.NotResource) && !can(statement.Principal) && !can(statement.NotPrincipal)])])]), false)',
    );
  });
});

describe('a key', () => {
  test.each([
    ['in two objects', String.raw`[{"a":1},{"a":{"a":1}}]`],
    ['as a text', String.raw`{"a":["a","a"],"b":"a"}`],
    ['before a colon within a text', String.raw`{"a":"\"a\":","b":"\"a\" : 1","c":":"}`],
    ['with quotes and colons in it', String.raw`{"\"a\":1":1,"a\\":2,":":3}`],
    ['in what is no JSON', '{"a":1,"a":2'],
  ])('may stand again %s', (_, text) => {
    expect(keysOnce.accepts(text)).toBe(true);
  });

  test.each([
    ['', '{"a":1,"a":2}'],
    ['before white space', '{"a" : 1,\n  "a"\t\n: 1}'],
    ['with a text for a value', '{"a":"x","a":1}'],
    ['further in', '{"a":[{"b":{"c":[],"d":"","c":[]}}]}'],
    ['as an escape', String.raw`{"a":1,"\u0061":2}`],
    ['with a quote in it', String.raw`{"\"":1,"\"":2}`],
  ])('may not stand again in one object %s', (_, text) => {
    expect(keysOnce.accepts(text)).toBe(false);
  });

  test('is counted the same way in a plan', () => {
    expect(keysOnce.condition('x')).toBe(
      String.raw`try(length(distinct([for json in [x, jsonencode(jsondecode(x))] : length(regexall("\"(?:[^\"\\\\]|\\\\.)*\"", json))])) == 1, true)`,
    );
  });
});

describe('the characters of a document', () => {
  test.each([
    ['white space', ' \t\r\n'],
    ['Latin-1', '~é\u0080ÿ'],
    ['131072 characters', 'a'.repeat(131_072)],
    ['65536 ends of lines of two characters', '\r\n'.repeat(65_536)],
    ['a backslash before what looks like an escape', String.raw`{"Sid":"\\u0100"}`],
    ['an escape of Latin-1', String.raw`{"Sid":"\u00e9"}`],
    ['an escape that stays one', String.raw`{"Sid":"\u0007"}`],
  ])('may be %s', (_, text) => {
    expect(documentCharacters.accepts(text)).toBe(true);
  });

  test.each([
    ['of another alphabet', 'Ā'],
    ['escapes of another alphabet', String.raw`{"Sid":"\u2019"}`],
    ['escapes of it in a key', String.raw`{"\u0100":""}`],
    ['control characters', 'a\u0007'],
    ['131073', 'a'.repeat(131_073)],
    ['65536 ends of lines of two characters and one more', `${'\r\n'.repeat(65_536)}a`],
  ])('may not be %s', (_, text) => {
    expect(documentCharacters.accepts(text)).toBe(false);
  });

  test('are tested the same way in a plan', () => {
    expect(documentCharacters.condition('x')).toBe(
      String.raw`length(split("", x)) <= 131072 && can(regex("^[\\t\\n\\r\\x20-\\xFF]*$", x)) && try(length(regexall("[^\\t\\n\\r\\x20-\\xFF]", jsonencode(jsondecode(x)))) == 0, true)`,
    );
  });
});

describe('a description', () => {
  test.each([
    ['is empty', ''],
    ['is 1000 characters long', 'a'.repeat(1000)],
    ['is 1000 bytes long', 'é'.repeat(500)],
    ['holds tabs and newlines', 'a\tb\r\nc'],
    ['holds the first and last characters', ' ~¡ÿ'],
  ])('is taken when it %s', (_, text) => {
    expect(description.accepts(text)).toBe(true);
  });

  test.each([
    ['is 1001 characters long', 'a'.repeat(1001)],
    ['is 1002 bytes long', 'é'.repeat(501)],
    ['holds a control character', 'a\u0007'],
    ['holds DEL', 'a\u007F'],
    ['holds a control character of Latin-1', 'a\u0085'],
    ['holds a no-break space', 'a\u00A0'],
    ['holds what is not in Latin-1', 'Ā'],
    ['holds a dash of typographers', 'a — b'],
  ])('is refused when it %s', (_, text) => {
    expect(description.accepts(text)).toBe(false);
  });

  test('is tested the same way in a plan', () => {
    expect(description.condition('x')).toBe(
      String.raw`length(replace(urlencode(x), "/%[0-9A-F]{2}/", "x")) <= 1000 && can(regex("^[\\t\\n\\r\\x20-\\x7E\\xA1-\\xFF]*$", x))`,
    );
  });

  test('has a message that says what is counted', () => {
    expect(mistake('description', description, 'Ā')).toBe(
      'description must be at most 1000 bytes of UTF-8 (é is two) with characters of Latin-1 only, got "Ā"; shorten it or replace the other characters',
    );
  });
});

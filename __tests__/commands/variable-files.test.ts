import { join } from 'node:path';
import { UsageError } from '../../errors';
import { fromHcl, readVariableFile } from '../../commands/variable-files';
import { fill } from '../fixtures/folder-contents';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();

async function read(name: string, text: string): Promise<unknown> {
  const folder = newFolder();
  fill(folder, { [name]: text });
  return readVariableFile(join(folder, name));
}

/** The message without the folder it speaks of. */
async function refusal(values: Promise<unknown>): Promise<string> {
  const error = await values.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof UsageError ? error.message.replace(/\/\S*\//g, '') : 'taken';
}

test('a .tfvars file has the values that Terraform reads in it', async () => {
  const text = `# of the web servers
role_name            = "Web"
max_session_duration = 7200 // seconds
cloudwatch_agent     = true
permissions_boundary = null
regions              = ["us-east-2", "eu-west-1", ]
tags = {
  Team         = "web"
  "Cost-Center" = "\\u00e9\\"1\\""
}
inline_policies = { home = "user/$\${aws:username}/%%{x}$" }
s3_buckets      = [{ name = "logs", encrypted = false }]
description     = <<-EOT
  one
    two
EOT
`;

  expect(await read('web.tfvars', text)).toEqual({
    role_name: 'Web',
    max_session_duration: 7200,
    cloudwatch_agent: true,
    permissions_boundary: null,
    regions: ['us-east-2', 'eu-west-1'],
    tags: { Team: 'web', 'Cost-Center': 'é"1"' },
    inline_policies: { home: 'user/${aws:username}/%{x}$' },
    s3_buckets: [{ name: 'logs', encrypted: false }],
    description: 'one\n  two\n',
  });
});

test('a .tfvars.json file has them as they stand, without escapes', async () => {
  const values = { role_name: 'a $${b} ${c}', tags: { x: null }, n: 1.5 };

  expect(await read('web.tfvars.json', JSON.stringify(values))).toEqual(values);
});

test('an empty file has none', async () => {
  expect(await read('web.tfvars', '')).toEqual({});
});

describe('refused is', () => {
  test('a file that is not there', async () => {
    expect(await refusal(readVariableFile(join(newFolder(), 'x.tfvars')))).toMatch(
      /^x\.tfvars cannot be read \(ENOENT: .*\); give the path of a .* \[UnreadableFile\]$/,
    );
  });

  test.each([
    ['no JSON', 'x.json', '{', /^x\.json must hold variables like .* \[VariableFile\]$/],
    ['JSON that is no object', 'x.json', '[1]', /got something else: it is not a JSON object; /],
    ['JSON that is null', 'x.json', 'null', /got something else: it is not a JSON object; /],
    [
      'what Terraform cannot parse',
      'x.tfvars',
      'a = "b" c',
      /1,9-10: Missing newline .*VariableFile/,
    ],
    [
      'JSON in a file of another name',
      'x.tfvars',
      '{"a": 1}',
      /end its name with .json .*VariableFile/,
    ],
    ['one name twice', 'x.tfvars', 'a = 1\na = 2', /Attribute redefined.*VariableFile/],
  ])('%s', async (_, name, text, message) => {
    expect(await refusal(read(name, text))).toMatch(message);
  });

  test.each([
    ['1 + 1', '${1 + 1}'],
    ['upper("a")', '${upper("a")}'],
    ['"x-${var.name}"', '${var.name}'],
    ['["a", var.b]', '${var.b}'],
    ['{ (var.k) = 1 }', '${(var.k)}'],
    ['"%{if true}x%{endif}"', '%{if true}x%{endif}'],
  ])('the expression %s', async (expression, shown) => {
    expect(await refusal(fromHcl('x.tfvars', `a = ${expression}`))).toBe(
      `x.tfvars: a must be a literal, got the expression ${shown}; write what it comes to, or $\${ for a text [VariableExpression]`,
    );
  });
});

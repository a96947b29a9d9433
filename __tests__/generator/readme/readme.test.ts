import { synthesize } from '../../../generator/interface';
import { readme } from '../../../generator/readme/readme';
import { exampleModule } from '../../fixtures/example-module';

const { interface: model } = synthesize(exampleModule);
const text = readme({ ...model, example: { thing_name: 'lamp' } });

test('a README says what the module is, how to use it, and all of its interface', () => {
  expect(text).toMatchInlineSnapshot(`
    "<!-- Written by ssm-iam from TypeScript; do not edit. Change the module and run: npm run generate -->

    # example-thing

    A thing for tests.

    It replaces the procedure of [this AWS page](https://example.com/guide).

    ## Usage

    \`\`\`hcl
    module "example_thing" {
      source = "./modules/example-thing"

      thing_name = "lamp"
    }
    \`\`\`

    The source is the path of this folder from yours, or its address in a registry or repository.

    <!-- BEGIN_TF_DOCS -->

    ## Requirements

    | Name | Version | Needed for |
    | --- | --- | --- |
    | terraform | >= 1.3.0 | optional object attributes with defaults |
    | example | >= 1.10.0 | \`example_thing.labels\` |

    ## Resources

    | Address | Type |
    | --- | --- |
    | \`example_thing.this\` | resource |

    ## Inputs

    | Name | Description | Type | Default | Required |
    | --- | --- | --- | --- | --- |
    | <a name="input_thing_name"></a> [thing\\_name](#input\\_thing\\_name) | Name of the thing. | \`string\` | n/a | yes |
    | <a name="input_labels"></a> [labels](#input\\_labels) | Labels \\| marks. | \`map(string)\` | \`{"MyLabel":"a","Cost-Center":"b"}\` | no |
    | <a name="input_nick_name"></a> [nick\\_name](#input\\_nick\\_name) | Another name. Null: none. | \`string\` | \`null\` | no |
    | <a name="input_parts"></a> [parts](#input\\_parts) | Parts of the thing. | \`list(object)\` | \`[]\` | no |

    ### Objects of parts

    | Attribute | Description | Type | Default |
    | --- | --- | --- | --- |
    | part\\_name | Name of the part. | \`string\` | required |
    | is\\_spare | Whether it is a spare. | \`bool\` | \`false\` |

    ## Outputs

    | Name | Description |
    | --- | --- |
    | <a name="output_thing_id"></a> [thing\\_id](#output\\_thing\\_id) | Id of the thing. |

    <!-- END_TF_DOCS -->
    "
  `);
});

test('a README ends with one newline', () => {
  expect(text).toMatch(/[^\n]\n$/);
});

test('data sources are told from resources', () => {
  const addresses = ['aws_iam_role.this', 'data.aws_partition.current'];

  expect(readme({ ...model, addresses })).toContain(
    '| `aws_iam_role.this` | resource |\n| `data.aws_partition.current` | data source |',
  );
});

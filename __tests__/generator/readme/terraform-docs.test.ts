import { synthesize } from '../../../generator/interface';
import type { Input } from '../../../contract/module';
import { terraformDocs } from '../../../generator/readme/terraform-docs';
import { exampleModule } from '../../fixtures/example-module';

const { interface: model } = synthesize(exampleModule);

/** Written by hand, in the form of the golden files of terraform-docs for `markdown table`. */
const EXPECTED = String.raw`<!-- BEGIN_TF_DOCS -->
## Inputs

| Name | Description | Type | Default | Required |
| ---- | ----------- | ---- | ------- | :------: |
| <a name="input_thing_name"></a> [thing\_name](#input\_thing\_name) | Name of the thing. | §string§ | n/a | yes |
| <a name="input_labels"></a> [labels](#input\_labels) | Labels \| marks. | §map(string)§ | <pre>{<br/>  "Cost-Center": "b",<br/>  "MyLabel": "a"<br/>}</pre> | no |
| <a name="input_nick_name"></a> [nick\_name](#input\_nick\_name) | Another name. Null: none. | §string§ | §null§ | no |
| <a name="input_parts"></a> [parts](#input\_parts) | Parts of the thing. | §list(object({ part_name = string, is_spare = optional(bool, false) }))§ | §[]§ | no |

## Outputs

| Name | Description |
| ---- | ----------- |
| <a name="output_thing_id"></a> [thing\_id](#output\_thing\_id) | Id of the thing. |

## Requirements

| Name | Version |
| ---- | ------- |
| <a name="requirement_terraform"></a> [terraform](#requirement\_terraform) | >= 1.3.0 |
| <a name="requirement_example"></a> [example](#requirement\_example) | >= 1.10.0 |

## Resources

| Name | Type |
| ---- | ---- |
| [example_thing.this](https://registry.terraform.io/providers/acme/example/latest/docs/resources/thing) | resource |
<!-- END_TF_DOCS -->`.replaceAll('§', '`');

test('the reference is in the form of terraform-docs', () => {
  expect(terraformDocs(model)).toBe(EXPECTED);
});

test.each([
  ['an underscore outside of code', 'a_b `c_d`', String.raw`a\_b ${'`c_d`'}`],
  ['a pipe outside of code', 'a|b `c|d`', String.raw`a\|b ${'`c|d`'}`],
  ['a new line', 'a\nb', 'a<br/>b'],
])('descriptions have %s as terraform-docs writes it', (_, description, expected) => {
  const [input] = model.inputs as [Input];
  const text = terraformDocs({ ...model, inputs: [{ ...input, description }] });

  expect(text).toContain(`(#input\\_labels) | ${expected} | \`map`);
});

test.each([
  [[], '`[]`'],
  [{}, '`{}`'],
  ['', '`""`'],
  ['a<b>&"c"', '`"a<b>&\\"c\\""`'],
  [3600, '`3600`'],
  [['b', 'a'], '<pre>[<br/>  "b",<br/>  "a"<br/>]</pre>'],
  [[{ b: 1, a: null }], '<pre>[<br/>  {<br/>    "a": null,<br/>    "b": 1<br/>  }<br/>]</pre>'],
])('the default %j stands there as terraform-docs writes it', (value, expected) => {
  const [input] = model.inputs as [Input];
  const text = terraformDocs({ ...model, inputs: [{ ...input, default: value }] });

  expect(text).toContain(`| \`map(string)\` | ${expected} | no |`);
});

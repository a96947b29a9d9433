import { testFile } from '../../../generator/tftest/test-file';
import { exampleModule } from '../../fixtures/example-module';

test('a file mocks the provider and keeps the order of its runs', () => {
  const runs = [
    {
      name: 'b',
      about: 'first',
      variables: { name: '${a} %{b}', tags: { '${c}': ['${d}', null, 1] } },
    },
    {
      name: 'a',
      about: 'second',
      variables: {},
      asserts: [{ condition: 'var.name == "${x}"', message: 'not ${x}' }],
      failing: ['var.name', 'check.size'],
    },
  ];

  expect(JSON.parse(testFile(runs, exampleModule.provider))).toEqual({
    '//': expect.stringContaining('do not edit') as string,
    mock_provider: {
      example: { mock_data: { example_place: { defaults: { region: 'here' } } } },
    },
    run: [
      {
        b: {
          '//': 'first',
          command: 'plan',
          variables: { name: '$${a} %%{b}', tags: { '$${c}': ['$${d}', null, 1] } },
        },
      },
      {
        a: {
          '//': 'second',
          command: 'plan',
          variables: {},
          assert: [{ condition: '${var.name == "${x}"}', error_message: 'not $${x}' }],
          expect_failures: ['var.name', 'check.size'],
        },
      },
    ],
  });
});

import { flowchartOf, inSentences } from '../../../publisher/site/flowchart';
import { generatedFiles } from '../../fixtures/site-releases';

const CHART = `flowchart LR
  holder0["role/Name"]
  trust0(["ec2.amazonaws.com or other"])
  trust0 -->|"assumes if create_role"| holder0
  holder0 -.->|"regions"| grant0["s3:GetObject"]
  holder0 --> grant1["iam:PassRole"]
  policy -.->|"is attached to"| holder0
`;

test('nodes and arrows are read, wherever their texts stand', () => {
  const chart = flowchartOf(CHART);

  expect(chart?.nodes).toEqual([
    { id: 'holder0', text: 'role/Name', isRound: false },
    { id: 'trust0', text: 'ec2.amazonaws.com or other', isRound: true },
    { id: 'grant0', text: 's3:GetObject', isRound: false },
    { id: 'grant1', text: 'iam:PassRole', isRound: false },
    { id: 'policy', text: 'policy', isRound: false },
  ]);
  expect(chart?.edges.slice(0, 2)).toEqual([
    { from: 'trust0', to: 'holder0', label: 'assumes if create_role', isDotted: false },
    { from: 'holder0', to: 'grant0', label: 'regions', isDotted: true },
  ]);
});

test('the same in sentences', () => {
  const chart = flowchartOf(CHART);

  expect(chart && inSentences(chart, new Set(['regions', 'create_role']))).toEqual([
    'By default: ec2.amazonaws.com or other assumes role/Name, depending on create_role.',
    'Only if asked for: role/Name gets s3:GetObject, depending on regions.',
    'By default: role/Name gets iam:PassRole.',
    'Only if asked for: policy is attached to role/Name.',
  ]);
});

test.each([
  'sequenceDiagram\n  a ->> b: x',
  'flowchart TB\n  a --> b',
  'flowchart LR\n  a ==> b',
  'flowchart LR\n  subgraph x',
  'flowchart LR',
])('%j is left to Mermaid', (mermaid) => {
  expect(flowchartOf(mermaid)).toBeUndefined();
});

test('every diagram of the generated READMEs is read', () => {
  const diagrams = Object.entries(generatedFiles())
    .filter(([path]) => path.endsWith('README.md'))
    .flatMap(([, text]) => /```mermaid\n([^]*?)```/.exec(text)?.[1] ?? []);

  // the module above the others has none
  expect(diagrams).toHaveLength(5);
  for (const diagram of diagrams) {
    const arrows = diagram.split('\n').filter((line) => /-->|-\.->/.test(line));
    expect(flowchartOf(diagram)?.edges).toHaveLength(arrows.length);
  }
});

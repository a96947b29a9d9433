import type { Diagram, DiagramEdge, DiagramNode } from '../../contract/module';
import type { Domain, Expectations } from '../../generator/domain';
import type { Inputs } from '../../generator/inputs';
import type { ModuleDefinition } from '../../generator/module';
import { callOf } from '../../generator/module-call';
import { permissionsDomain, permissionsOf } from '../iam/permissions/domain';
import { explain } from '../iam/permissions/explain';
import { inputsScope } from '../iam/permissions/inputs-scope';
import type { Called } from './construct';
import { rootPermissions } from './permissions';

const STAND_INS =
  'What an object leaves out is not simply null here: the shared `permissions_boundary`, `path`, `partition`, `account_id` or `agent_buckets` stands in for it, `name_prefix` and the default name, or the role of another object, as its attributes below say.';

/** What the root can grant: what its modules can, drawn by what they have to do with each other. */
export function rootDomain(
  called: Called,
  nodeRoles: readonly ModuleDefinition[],
  inputs: Inputs,
): Domain {
  const s3Policy = callOf(called.s3Policy).name;
  const drawn = called.byObject.map(byDefault);
  const edges = [
    ...nodeRoles.map((role) => edge(s3Policy, callOf(role).name, 'is attached to')),
    edge('instance_profile', 'automation_service_role', 'has the role that runbooks pass on'),
    edge('automation_service_role', 'automation_user_access', 'is the role that people pass on'),
  ];
  const domain = permissionsDomain(rootPermissions(called, nodeRoles), inputs);
  const [heading = '', legend = '', ...sections] = domain.sections;
  return {
    ...domain,
    sections: [heading, legend, STAND_INS, ...sections],
    diagram: {
      nodes: [...drawn.flatMap(({ nodes }) => nodes), node(s3Policy)],
      edges: [...drawn.flatMap((one) => one.edges), ...edges],
    },
    overview:
      'Each role is there if its input asks for it; what it may do is drawn for an empty object.',
    expects: callsOf(called),
  };
}

/** What a plan shows of the modules is which of them are called; their own tests look at what each makes. */
function callsOf({ byObject, s3Policy }: Called): Expectations {
  return (given) => {
    const isCalled = [
      ...byObject.map((one) => [callOf(one).name, (given[callOf(one).name] ?? null) !== null]),
      [
        callOf(s3Policy).name,
        asksForS3.some((input) => Object.keys(given[input] ?? {}).length > 0),
      ],
    ] as const;
    return isCalled.map(([name, there]) => ({
      condition: `length(module.${String(name)}) == ${there === true ? '1' : '0'}`,
      message: `module.${String(name)} must be called if it is asked for, and only then`,
    }));
  };
}

/** Each of these asks for the shared S3 policies, unless it is empty. */
const asksForS3 = ['regions', 's3_buckets'] as const;

/** Who may assume the role of a module, and what it may do if its object says nothing more. */
function byDefault(called: ModuleDefinition): Diagram {
  const { name } = callOf(called);
  const granted = explain(permissionsOf(called.domain), inputsScope(called.inputs, {}));
  const drawn = granted.map(({ services, managed_policy, actions = [] }, i) => {
    const id = `${name}_${String(i)}`;
    return services === undefined
      ? { node: node(id, managed_policy ?? actions.join(', ')), edge: edge(name, id) }
      : {
          node: { ...node(id, services.join(' or ')), outside: true },
          edge: edge(id, name, 'assumes'),
        };
  });
  return {
    nodes: [node(name), ...drawn.map((one) => one.node)],
    edges: drawn.map((one) => one.edge),
  };
}

const node = (id: string, text = id): DiagramNode => ({ id, text, outside: false });

/** There only if an input asks for it. */
const edge = (from: string, to: string, does?: string): DiagramEdge => ({
  from,
  to,
  ...(does !== undefined && { does }),
  inputs: [],
  by_default: false,
});

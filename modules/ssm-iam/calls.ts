import type { ModuleDefinition } from '../../generator/module';
import { snakeCase } from '../../generator/names';
import { is, isNot, isNotEmpty } from '../iam/permissions/model';
import type { When } from '../iam/permissions/model';
import { inputs } from './inputs';
import type { RootInput } from './inputs';

/** Where an input of a called module comes from. */
export type Source =
  /** An input of this module, as it is. */
  | { readonly input: RootInput }
  /** `name_prefix` and the input's own default. */
  | { readonly prefixed: true }
  /** The ARN of the role that another call makes. */
  | { readonly roleOf: string }
  /** A list of it, or of none where nothing asks for it. */
  | { readonly rolesOf: string; readonly onlyIf: RootInput };

/** How a module is called: at most once. */
export interface Call {
  /** What asks for it: a switch that is on, a text that is given, or a list that is not empty. */
  readonly onlyIf: RootInput;
  /** Lists one of which has to name somebody as well. @default - none has to */
  readonly forAnyOf?: readonly RootInput[];
  /** The inputs that it gets; every other one has its default. */
  readonly inputs: Readonly<Record<string, Source>>;
}

const passedOn = (...names: readonly RootInput[]): Readonly<Record<string, Source>> =>
  Object.fromEntries(names.map((input) => [input, { input }]));

const prefixed: Source = { prefixed: true };

const any = passedOn('partition', 'path', 'tags');
const anyRole = { ...any, ...passedOn('permissionsBoundary'), roleName: prefixed };
/** AWS knows these roles by their names and paths. */
const namedByAws = passedOn('accountId', 'partition', 'permissionsBoundary', 'tags');
const nodeRole = {
  ...anyRole,
  ...passedOn('cloudwatchAgent', 'directoryService', 'regions', 's3Buckets'),
};

/** The modules that are called, and with what: the blocks and what is told of them come from here. */
export const CALLS: Readonly<Record<string, Call>> = {
  'automation-administration-role': {
    onlyIf: 'automationAdministrationRole',
    inputs: namedByAws,
  },
  'automation-execution-role': {
    onlyIf: 'automationAdministrationAccountId',
    inputs: {
      ...namedByAws,
      administrationAccountId: { input: 'automationAdministrationAccountId' },
    },
  },
  'automation-service-role': {
    onlyIf: 'automationServiceRole',
    inputs: {
      ...anyRole,
      ...passedOn('accountId'),
      passRoleArns: { rolesOf: 'instance-profile', onlyIf: 'automationPassesInstanceRole' },
    },
  },
  'automation-user-access': {
    onlyIf: 'automationServiceRole',
    forAnyOf: ['automationGroups', 'automationRoles'],
    inputs: {
      ...any,
      ...passedOn('accountId'),
      policyName: prefixed,
      automationRoleArn: { roleOf: 'automation-service-role' },
      groups: { input: 'automationGroups' },
      roles: { input: 'automationRoles' },
    },
  },
  'default-host-management': { onlyIf: 'defaultHostManagement', inputs: namedByAws },
  'hybrid-service-role': {
    onlyIf: 'hybridServiceRole',
    inputs: { ...nodeRole, ...passedOn('accountId') },
  },
  'instance-profile': { onlyIf: 'instanceProfile', inputs: nodeRole },
  'maintenance-window-role': {
    onlyIf: 'maintenanceWindowRole',
    inputs: {
      ...anyRole,
      ...passedOn('accountId'),
      passRoleArns: { rolesOf: 'notification-role', onlyIf: 'notificationTopicArns' },
    },
  },
  'notification-role': {
    onlyIf: 'notificationTopicArns',
    inputs: { ...anyRole, ...passedOn('accountId'), topicArns: { input: 'notificationTopicArns' } },
  },
};

/** Whether an input asks for something. */
export function asks(input: RootInput): When {
  const { constraint } = inputs[input].type;
  const name = snakeCase(input);
  switch (constraint) {
    case 'bool':
      return is(name, true);
    case 'string':
      return isNot(name, null);
    default:
      return isNotEmpty(name);
  }
}

/** A call, and the module that it is of. */
export interface CallOf extends Call {
  readonly called: ModuleDefinition;
}

/** The calls with their modules, from all modules that there are. */
export function callsOf(modules: readonly ModuleDefinition[]): CallOf[] {
  return Object.entries(CALLS).map(([name, call]) => {
    const called = modules.find((one) => one.name === name);
    if (called === undefined) {
      throw new Error(`the catalog has no ${name}, which ssm-iam calls`);
    }
    return { ...call, called };
  });
}

/** What a name is made of: the prefix stands before it. */
export const defaultOf = ({ inputs }: ModuleDefinition, input: string): string =>
  String(inputs[input]?.default);

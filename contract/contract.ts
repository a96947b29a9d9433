import { z } from 'zod';
import { deployerShape } from './deployer';
import { moduleShape } from './module';
import { permissionsShape } from './permissions';
import type { Permission } from './permissions';
import { shape } from './pieces';

/** What stands in the `interface.json` of a module. */
export const contract = shape({ ...moduleShape, ...permissionsShape, ...deployerShape });

/** The contract of a module. */
export interface Contract extends Omit<z.infer<typeof contract>, 'permissions'> {
  readonly permissions: readonly Permission[];
}

/** The JSON Schema of `interface.json`. */
export function contractSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(contract, {
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
      delete jsonSchema.propertyNames;
    },
  });
  return {
    $schema,
    $id: 'urn:ssm-iam:interface:1',
    title: 'Contract of a Terraform module',
    description: 'What a module of ssm-iam takes, gives and can grant, as data.',
    ...rest,
  };
}

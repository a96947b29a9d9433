/** The module that is published, as registries name it. */
export const MODULE = { name: 'ssm-iam', system: 'aws' } as const;

/** Policies of IAM in few words, as AWS's JSON has them. */
type Words = string | readonly string[];

export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow';
  readonly Principal?: object;
  readonly Action: Words;
  readonly Resource?: Words;
  readonly Condition?: object;
}

export const allow = (Action: Words, Resource: Words, Condition?: object): Statement => ({
  ...{ Effect: 'Allow', Action, Resource },
  ...(Condition && { Condition }),
});

/** The same, with its Sid. */
export const allowAs = (Sid: string, ...rest: Parameters<typeof allow>): Statement => ({
  Sid,
  ...allow(...rest),
});

export const passing = (Resource: Words, services: Words): Statement =>
  allow('iam:PassRole', Resource, { StringEquals: { 'iam:PassedToService': services } });

export const trusting = (Principal: object, Condition?: object): Statement => ({
  ...{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' },
  ...(Condition && { Condition }),
});

export const trustingService = (Service: string, Condition?: object): Statement =>
  trusting({ Service }, Condition);

export const policy = (...Statement: readonly Statement[]) => ({
  Version: '2012-10-17',
  Statement,
});

/** A policy as the JSON that inputs take. */
export const written = (...statements: readonly Statement[]): string =>
  JSON.stringify(policy(...statements));

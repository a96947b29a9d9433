import { Construct } from 'constructs';
import { IamInstanceProfile } from '../../aws-bindings';
import { address } from '../../generator/address';
import { bind } from '../../generator/bind';
import { local } from '../../generator/blocks';
import { countIf, expr, literal } from '../../generator/expression';
import type { Expr } from '../../generator/expression';
import type { References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import { document } from '../iam/document';
import { grantNodePermissions } from '../iam/node-permissions';
import { partition } from '../iam/partition';
import { createRole } from '../iam/role';
import { pathsOf } from '../iam/permissions/hcl';
import { NODES, trust } from './grants';
import { inputs } from './inputs';
import type { InstanceProfileProps } from './inputs';
import { newRoleOnly, oneRole, requirements } from './requirements';

/**
 * The role of EC2 instances that Systems Manager manages, in an instance
 * profile; or the same permissions added to an existing role.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html
 */
export class InstanceProfile extends Construct {
  /** Name of the role, created or existing. */
  readonly roleName: string;
  /** ARN of the role; null if `createRole` is false. */
  readonly roleArn: string;
  /** Stable id of the role, like `AROA...`; null if `createRole` is false. */
  readonly roleUniqueId: string;
  /** ARNs of the attached managed policies, by policy name or by key of `additionalPolicyArns`. */
  readonly attachedPolicyArns: Record<string, string>;
  /** Names of all inline policies that the construct embeds in the role. */
  readonly inlinePolicyNames: string[];
  /** Names of the S3 access policies; empty if there are none. */
  readonly s3PolicyNames: string[];
  /** ARNs of the S3 access policies, in the order of their names. */
  readonly s3PolicyArns: string[];
  /** The S3 access policies as JSON documents, in the same order. */
  readonly s3PolicyDocuments: string[];
  /** Name of the instance profile. Null if none is created. */
  readonly instanceProfileName: string;
  /** ARN of the instance profile; null if none is created. */
  readonly instanceProfileArn: string;

  /** @throws UsageError when a literal prop is one that IAM or S3 would refuse */
  constructor(scope: Construct, id: string, props: InstanceProfileProps = {}) {
    super(scope, id);
    const ref = bind(this, inputs, props, requirements);
    const inPartition = partition(this, ref.partition);

    const at = pathsOf(ref, { partition: inPartition });
    const trustPolicy = document(this, 'trust_policy', trust, at);
    const role = createRole(this, ref, expr`jsonencode(${trustPolicy})`, ref.createRole);
    const roleName = this.newOrExisting(ref, 'role_name', expr`one(${role}[*].name)`);
    const roleId = this.newOrExisting(ref, 'role_id', expr`one(${role}[*].id)`);
    const granted = grantNodePermissions(this, ref, {
      role: roleId,
      roleName,
      partition: inPartition,
      nodes: NODES,
      s3PolicyDescription: 'S3 buckets that Systems Manager reads and writes on EC2 instances.',
      preconditions: [oneRole, newRoleOnly].map((requirement) => precondition(requirement, ref)),
    });
    const profile = this.createInstanceProfile(ref, roleName);

    this.roleName = roleName.asString(this);
    this.roleArn = expr<string>`one(${role}[*].arn)`.asString(this);
    this.roleUniqueId = expr<string>`one(${role}[*].unique_id)`.asString(this);
    this.attachedPolicyArns = granted.attachedPolicyArns.asStringMap(this);
    this.inlinePolicyNames = granted.inlinePolicyNames.asList(this);
    this.s3PolicyNames = granted.s3PolicyNames.asList(this);
    this.s3PolicyArns = granted.s3PolicyArns.asList(this);
    this.s3PolicyDocuments = granted.s3PolicyDocuments.asList(this);
    this.instanceProfileName = expr<string>`one(${profile}[*].name)`.asString(this);
    this.instanceProfileArn = expr<string>`one(${profile}[*].arn)`.asString(this);
  }

  /** A local with something of the role that is made, or with the name of the one that exists. */
  private newOrExisting(
    { createRole, existingRoleName }: References<typeof inputs>,
    name: string,
    ofNew: Expr<string>,
  ): Expr<string> {
    // oneRole refuses a null; the stand-in keeps other errors from speaking first
    const standIn = literal(`${existingRoleName.name}-is-null`);
    const existing = expr`${existingRoleName} == null ? ${standIn} : ${existingRoleName}`;
    return local<string>(
      this,
      name,
      expr`${createRole} ? ${ofNew} : ${existing}`,
      'A role that is missing is refused by OneRole in outputs.tf.json.',
    );
  }

  private createInstanceProfile(
    { createInstanceProfile, createRole, ...ref }: References<typeof inputs>,
    roleName: Expr<string>,
  ): Expr<IamInstanceProfile> {
    const { instanceProfileName, path, tags } = ref;
    const name = expr<string>`${instanceProfileName} == null ? ${roleName} : ${instanceProfileName}`;
    const profile = new IamInstanceProfile(this, 'profile', {
      count: countIf(expr`coalesce(${createInstanceProfile}, ${createRole})`),
      name: name.asString(),
      path: path.asString(),
      role: roleName.asString(),
      tags: tags.asStringMap(),
    });
    return address(profile, 'this');
  }
}

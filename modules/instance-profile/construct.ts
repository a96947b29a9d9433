import { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile';
import { TerraformLocal } from 'cdktf';
import { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { attributeOf } from '../../generator/attributes';
import { bind } from '../../generator/bind';
import { template } from '../../generator/hcl';
import type { References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import { coreAttachment } from '../iam/core-permissions';
import { document } from '../iam/document';
import { grantNodePermissions } from '../iam/node-permissions';
import { partition } from '../iam/partition';
import { createRole, idOf } from '../iam/role';
import { pathsOf } from '../iam/permissions/hcl';
import { trust } from './grants';
import { inputs } from './inputs';
import type { InstanceProfileProps } from './inputs';
import { newRoleOnly, oneRole, requirements } from './requirements';

/**
 * The role of EC2 instances that Systems Manager manages, in an instance
 * profile; or the same permissions added to a role that exists.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html
 */
export class InstanceProfile extends Construct {
  /** Name of the role, made or existing. */
  readonly roleName: string;
  /** ARN of the role; null if `createRole` is false. */
  readonly roleArn: string;
  /** Stable id of the role, like `AROA...`; null if `createRole` is false. */
  readonly roleUniqueId: string;
  /** Policy name, or the name chosen in `additionalPolicyArns`, => ARN. */
  readonly attachedPolicyArns: Record<string, string>;
  /** ARNs of the S3 access policies; empty if none was asked for. */
  readonly s3PolicyArns: string[];
  /** Name of the instance profile, as EC2 takes it; null if `createInstanceProfile` is false. */
  readonly instanceProfileName: string;
  /** ARN of the instance profile; null if `createInstanceProfile` is false. */
  readonly instanceProfileArn: string;

  /** @throws UsageError when a literal prop is one that IAM or S3 would refuse */
  constructor(scope: Construct, id: string, props: InstanceProfileProps = {}) {
    super(scope, id);
    const ref = bind(this, inputs, props, requirements);
    const inPartition = partition(this, ref.partition);

    const trustPolicy = document(
      this,
      'trust_policy',
      [trust],
      pathsOf(ref, { partition: inPartition }),
    );
    const role = createRole(this, ref, `jsonencode(${trustPolicy})`, ref.createRole);
    const roleName = this.newOrExisting(ref, 'role_name', `one(${role}[*].name)`);
    const roleId = this.newOrExisting(ref, 'role_id', `one(${idOf(`${role}[*]`)})`);
    const granted = grantNodePermissions(this, ref, {
      role: roleId,
      roleName,
      partition: inPartition,
      s3PolicyDescription: 'S3 buckets that Systems Manager reads and writes on EC2 instances.',
      preconditions: [oneRole, newRoleOnly].map((requirement) =>
        precondition(requirement, ref, coreAttachment(ref)),
      ),
    });
    const profile = this.createInstanceProfile(ref, roleName);

    this.roleName = attributeOf.text(this, roleName);
    this.roleArn = attributeOf.text(this, `one(${role}[*].arn)`);
    this.roleUniqueId = attributeOf.text(this, `one(${role}[*].unique_id)`);
    this.attachedPolicyArns = attributeOf.map(this, granted.attachedPolicyArns);
    this.s3PolicyArns = attributeOf.list(this, granted.s3PolicyArns);
    this.instanceProfileName = attributeOf.text(this, `one(${profile}[*].name)`);
    this.instanceProfileArn = attributeOf.text(this, `one(${profile}[*].arn)`);
  }

  /** A local with something of the role that is made, or with the name of the one that exists. */
  private newOrExisting(ref: References<typeof inputs>, local: string, ofNew: string): string {
    // oneRole refuses a null; the stand-in keeps other errors from speaking first
    const existing = `${ref.existingRoleName} == null ? "existing_role_name-is-null" : ${ref.existingRoleName}`;
    const expression = template(`${ref.createRole} ? ${ofNew} : ${existing}`);
    return pin(new TerraformLocal(this, local, expression));
  }

  private createInstanceProfile(ref: References<typeof inputs>, roleName: string): string {
    const profile = new IamInstanceProfile(this, 'profile', {
      name: template(
        `${ref.instanceProfileName} == null ? ${roleName} : ${ref.instanceProfileName}`,
      ),
      path: template(ref.path),
      role: template(roleName),
    });
    profile.addOverride('tags', template(ref.tags));
    profile.addOverride('count', template(`${ref.createInstanceProfile} ? 1 : 0`));
    return pin(profile, 'this');
  }
}

import type { Difference } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differs, s3Differences } from '../iam/differences';

export const differsFromPage = {
  guardedTrust: {
    page: 'Older editions trust Systems Manager without a condition.',
    module: 'On behalf of your own account only; `confused_deputy_protection` turns it off.',
    why: 'The trust has the conditions against the confused deputy, which AWS prints today: no other account can have Systems Manager use the role.',
    see: awsPage.confusedDeputy,
  },
  everyRegion: {
    page: 'aws:SourceArn names one region.',
    module: 'Every region of your account.',
    why: 'A role is global and an account needs one, while activations are made region by region. The account stays fixed, by aws:SourceAccount and in the ARN.',
    see: awsPage.hybridServiceRole,
  },
} as const satisfies Readonly<Record<string, Difference>>;

export const differences: readonly Difference[] = [
  ...Object.values(differsFromPage),
  differs.narrowCore,
  ...s3Differences,
  differs.registersItsKind,
  differs.namedLogGroups,
  differs.namedLogBuckets,
  differs.inlineSessions,
];

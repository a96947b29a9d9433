import { matches } from '../../generator/rules';
import { awsPage } from './aws-pages';
import { is } from './permissions/model';
import type { Term } from './permissions/model';

/** A service as a principal; a star, an account or an ARN is none. */
export const serviceName = matches({
  pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)*\\.amazonaws\\.com(\\.cn)?$',
  refused: 'ec2',
  code: 'ServiceName',
  must: 'must be a service principal',
  remedy: 'write it like "ec2.amazonaws.com"',
  see: awsPage.passRole,
});

/**
 * The services that an input names. EC2 goes by a second name in China, so there it is added to the first.
 *
 * @param input as Terraform calls it
 */
export const namedServices = (input: string): Term[] => [
  { text: '${each.value}', for_each: input },
  {
    text: 'ec2.amazonaws.com.cn',
    when: [
      is('partition', 'aws-cn'),
      { value: input, test: 'contains', operands: ['ec2.amazonaws.com'] },
    ],
  },
];

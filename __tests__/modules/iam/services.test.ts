import { textsOf } from '../../../modules/iam/permissions/placeholders';
import { namedServices, serviceName } from '../../../modules/iam/services';

describe('a service', () => {
  test.each([
    'ec2.amazonaws.com',
    'ec2.amazonaws.com.cn',
    'states.us-east-2.amazonaws.com',
    'elasticmapreduce.amazonaws.com',
  ])('may be %s', (service) => {
    expect(serviceName.accepts(service)).toBe(true);
  });

  test.each([
    '',
    '*',
    'ec2',
    'ec2.amazonaws.com.uk',
    'EC2.amazonaws.com',
    '.amazonaws.com',
    '*.amazonaws.com',
    'ec2.amazonaws.com ',
    'ec2xamazonaws.com',
    'https://ec2.amazonaws.com',
  ])('may not be "%s"', (service) => {
    expect(serviceName.accepts(service)).toBe(false);
  });
});

describe('the services that an input names', () => {
  const given = (services: readonly string[], partition: string) =>
    textsOf(namedServices('services'), { services, partition });

  test('are these, and in China EC2 by its name there as well', () => {
    expect(given(['ec2.amazonaws.com', 'a.amazonaws.com'], 'aws-cn')).toEqual([
      'ec2.amazonaws.com',
      'a.amazonaws.com',
      'ec2.amazonaws.com.cn',
    ]);
    expect(given(['ec2.amazonaws.com'], 'aws')).toEqual(['ec2.amazonaws.com']);
    expect(given(['a.amazonaws.com'], 'aws-cn')).toEqual(['a.amazonaws.com']);
  });
});

import { DefaultHostManagement } from '../../modules/default-host-management/construct';
import { defaultHostManagement } from '../../modules/default-host-management/module';
import { blockAt, emittedModule } from '../fixtures/emitted-module';
import { emittedStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();

test('the setting is named by its ARN in the region of the provider, as AWS prints it', () => {
  const { main } = emittedModule(defaultHostManagement);

  expect(blockAt(main, 'resource', 'aws_ssm_service_setting', 'this')).toEqual({
    count: '${var.enabled ? 1 : 0}',
    setting_id:
      'arn:${local.partition}:ssm:${local.region}:${local.account_id}:servicesetting/ssm/managed-instance/default-ec2-instance-management-role',
    setting_value: '${trimprefix("${aws_iam_role.this.path}${aws_iam_role.this.name}", "/")}',
  });
  expect(blockAt(main, 'locals', 'region')).toBe('${join("", data.aws_region.current[*].id)}');
  expect(blockAt(main, 'data', 'aws_region')).toEqual({
    current: { count: '${var.enabled ? 1 : 0}' },
  });
});

test('a policy of AWS that is not the one of the page is refused', () => {
  const build = () =>
    emittedStack(
      newFolder(),
      (stack) =>
        new DefaultHostManagement(stack, 'hosts', { corePolicy: 'AmazonSSMManagedInstanceCore' }),
    );

  expect(build).toThrow('[CorePolicy]');
});

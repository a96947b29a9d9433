/** The AWS pages that rules, data and modules cite. */
const SSM = 'https://docs.aws.amazon.com/systems-manager/latest/userguide';
const IAM = 'https://docs.aws.amazon.com/IAM/latest';

export const awsPage = {
  settingUpNodes: `${SSM}/systems-manager-setting-up-nodes.html`,
  hybridServiceRole: `${SSM}/hybrid-multicloud-service-role.html`,
  instanceProfile: `${SSM}/setup-instance-permissions.html`,
  defaultHostManagement: `${SSM}/fleet-manager-default-host-management-configuration.html`,
  consoleAccess: `${SSM}/systems-manager-setting-up-console-access.html`,
  sessionUsers: `${SSM}/getting-started-restrict-access-quickstart.html`,
  sessionUserExamples: `${SSM}/getting-started-restrict-access-examples.html`,
  sessionDocuments: `${SSM}/getting-started-default-session-document.html`,
  sessionSsh: `${SSM}/session-manager-getting-started-enable-ssh-connections.html`,
  sessionEncryption: `${SSM}/session-preferences-enable-encryption.html`,
  sessionManagerRole: `${SSM}/getting-started-create-iam-instance-profile.html`,
  sessionLogs: `${SSM}/session-manager-logging-cwl-streaming.html`,
  sessionKey: `${SSM}/session-preferences-enable-encryption.html`,
  sessionLogsInS3: `${SSM}/session-manager-logging-s3.html`,
  patchPolicies: `${SSM}/quick-setup-patch-manager.html`,
  automation: `${SSM}/automation-setup-iam.html`,
  automationAlarms: `${SSM}/automation-cw-alarm-monitoring.html`,
  automationAccounts: `${SSM}/running-automations-multiple-accounts-regions.html`,
  automationUsers: `${SSM}/automation-setup-identity-based-policies.html`,
  maintenanceWindows: `${SSM}/configuring-maintenance-window-permissions-console.html`,
  maintenanceWindowsCli: `${SSM}/configuring-maintenance-window-permissions-cli.html`,
  notifications: `${SSM}/monitoring-sns-notifications.html`,
  agentBuckets: `${SSM}/ssm-agent-technical-details.html#ssm-agent-minimum-s3-permissions`,
  patchBuckets: `${SSM}/patch-operations-s3-buckets.html`,
  s3Integration: `${SSM}/integration-s3.html`,
  confusedDeputy: `${SSM}/cross-service-confused-deputy-prevention.html`,
  managedPolicies: `${SSM}/security-iam-awsmanpol.html`,
  parameterStore: `${SSM}/parameter-store-setting-up.html#sysman-paramstore-access`,
  parameterEncryption: `${SSM}/secure-string-parameter-kms-encryption.html`,
  parameterRetrieval: `${SSM}/ps-retrieval-authorization.html`,
  restrictParameters: `${SSM}/ps-restrict-parameter-access.html`,
  createRole: `${IAM}/APIReference/API_CreateRole.html`,
  attachRolePolicy: `${IAM}/APIReference/API_AttachRolePolicy.html`,
  createPolicy: `${IAM}/APIReference/API_CreatePolicy.html`,
  createInstanceProfile: `${IAM}/APIReference/API_CreateInstanceProfile.html`,
  createUser: `${IAM}/APIReference/API_CreateUser.html`,
  createGroup: `${IAM}/APIReference/API_CreateGroup.html`,
  createDocument:
    'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateDocument.html',
  putParameter:
    'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html',
  startSession:
    'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_StartSession.html',
  messageActions:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsessionmanagermessagegatewayservice.html',
  systemsManagerActions:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html',
  tags: `${IAM}/APIReference/API_Tag.html`,
  quotas: `${IAM}/UserGuide/reference_iam-quotas.html`,
  policyGrammar: `${IAM}/UserGuide/reference_policies_grammar.html`,
  boundaries: `${IAM}/UserGuide/access_policies_boundaries.html`,
  arns: `${IAM}/UserGuide/reference-arns.html`,
  passRole: `${IAM}/UserGuide/id_roles_use_passrole.html`,
  logGroups:
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html',
  cloudwatchActions:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html',
  organization:
    'https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html',
  organizationsActions:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsorganizations.html',
  principalKeys: `${IAM}/UserGuide/reference_policies_condition-keys.html`,
  resourceGroupsActions:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsresourcegroups.html',
  targetLocation:
    'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_TargetLocation.html',
  ec2Actions:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html',
  lambdaArn: 'https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html',
  snsTopicArn: 'https://docs.aws.amazon.com/sns/latest/api/API_Publish.html',
  stateMachineArn:
    'https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html',
  kmsForS3: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
  bucketNames: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
  objectKeys: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html',
} as const;

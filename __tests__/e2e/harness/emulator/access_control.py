"""What moto's access control has to be told; sitecustomize.py loads this file for the tests that enforce IAM.

moto decides by the policies of whoever calls. But for most services it does not say which
resource a call is about, and it knows some IAM actions by another name or not at all. Here it
learns both, as the Service Authorization Reference of AWS has them. The verdicts stay moto's.
"""

from moto.awslambda.responses import LambdaResponse
from moto.cloudwatch.responses import CloudWatchResponse
from moto.core.utils import camelcase_to_underscores
from moto.iam import access_control
from moto.iam.responses import IamResponse
from moto.kms.responses import KmsResponse
from moto.organizations.responses import OrganizationsResponse
from moto.s3 import responses as s3
from moto.ssm.responses import SimpleSystemManagerResponse as SsmResponse

# without an action of its own the call would be taken for s3:ListBucket
s3.ACTION_MAP["BUCKET"]["GET"]["encryption"] = "GetEncryptionConfiguration"

# the tests give keys by their ARN
KmsResponse._determine_resource = lambda self: self._get_param("KeyId") or "*"


# the tests ask for one alarm
CloudWatchResponse._determine_resource = lambda self: (
    f"arn:{self.partition}:cloudwatch:{self.region}:{self.current_account}:alarm:"
    f"{self.querystring.get('AlarmNames.member.1', ['*'])[0]}"
)


def _function_arn(self):
    name = self.path.split("/functions/")[-1].split("/")[0]
    return f"arn:{self.partition}:lambda:{self.region}:{self.current_account}:function:{name}"


LambdaResponse._determine_resource = _function_arn

# a permission that no call of its own goes with: one that does nothing lets the tests ask for it
IamResponse.pass_role = lambda self: "{}"
_parse = IamResponse.parse_parameters
IamResponse.parse_parameters = lambda self, request: (
    None if self._get_action() == "PassRole" else _parse(self, request)
)

# moto wants an organization: a call that does nothing lets the tests ask for it
OrganizationsResponse.list_accounts_for_parent = lambda self: "{}"

# moto has no automations: calls that do nothing let the tests ask for them
_OF_EXECUTIONS = ["GetAutomationExecution", "SendAutomationSignal", "StopAutomationExecution"]
_OTHERS = ["DescribeAutomationExecutions", "StartAutomationExecution"]
for _name in [*_OF_EXECUTIONS, *_OTHERS]:
    setattr(SsmResponse, camelcase_to_underscores(_name), lambda self: "{}")


def _parameter_arns(self):
    """By path, IAM is asked about the path and not about what is below it."""
    asked = [self._get_param("Name"), self._get_param("Path"), *(self._get_param("Names") or [])]
    start = f"arn:{self.partition}:ssm:{self.region}:{self.current_account}:parameter/"
    return [start + name.removeprefix("/") for name in asked if name is not None]


def _systems_manager_arns(self):
    action = self._get_action()
    if action.endswith("ServiceSetting"):
        return self._get_param("SettingId")
    if "Parameter" in action and action != "DescribeParameters":
        return _parameter_arns(self)
    return _automation_arns(self)


def _automation_arns(self):
    """Starting is asked about the runbook and about the execution, as the reference has it."""
    action = self._get_action()
    if action not in _OF_EXECUTIONS and action != "StartAutomationExecution":
        return "*"
    name = self._get_param("DocumentName")
    ssm = f"arn:{self.partition}:ssm:{self.region}"
    execution = self._get_param("AutomationExecutionId") or "new"
    arns = [f"{ssm}:{self.current_account}:automation-execution/{execution}"]
    if name is None:
        return arns
    owner = "" if name.startswith("AWS") else self.current_account
    return [*arns, name if name.startswith("arn:") else f"{ssm}:{owner}:document/{name}"]


SsmResponse._determine_resource = _systems_manager_arns
_check_action_permitted = access_control.IAMRequestBase.check_action_permitted


def _check_on_each(self, resource):
    for one in [resource] if isinstance(resource, str) else resource:
        _check_action_permitted(self, one)


access_control.IAMRequestBase.check_action_permitted = _check_on_each

_init = access_control.IAMRequestBase.__init__
_check_principal = access_control.IAMPolicyStatement._check_principal


def _init_with_action_of_iam(self, *args, action, **kwargs):
    _init(self, *args, action="InvokeFunction" if action == "Invoke" else action, **kwargs)
    # CloudWatch signs by another name than the one that its actions have
    self._action = self._action.replace("monitoring:", "cloudwatch:")


def _check_principal_among_services(self, principal):
    # moto fails on a trust policy that names services alone; whoever calls is none of them
    if "AWS" not in self._statement.get("Principal", {"AWS": "*"}):
        return False
    return _check_principal(self, principal)


access_control.IAMRequestBase.__init__ = _init_with_action_of_iam
access_control.IAMPolicyStatement._check_principal = _check_principal_among_services
